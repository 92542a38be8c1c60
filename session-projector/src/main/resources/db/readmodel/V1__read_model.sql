-- The read model: folds of the topics, written by session-projector alone and read by report-service.
--
-- Each table is fed by one topic and can be rebuilt from it: no foreign keys across topics, no clock, no generated ids.
-- sessions, questions and session_events come from session-events; frame_readings, emotion_readings, organisations and
-- dead_letters from the topic of that name. One exception: SessionErased also deletes the session's readings, and readings
-- of an erased session are never written again.
--
-- Sealed columns (jsonb) hold one Personal value each: {"scheme","key_id","nonce","data"}, the last two in base64;
-- io.colloquy.platform.sealing.SealedColumn reads and writes them. Null once erased, or where there never was content.

create table readmodel.projection_offsets (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

create table readmodel.sessions (
    session_id              uuid primary key,
    organisation_id         uuid             not null,
    seq                     bigint           not null, -- of the last event folded in
    state                   text             not null, -- PLANNING, IN_PROGRESS, PAUSED, COMPLETED, CANCELLED, EXPIRED, ERASED
    candidate_id            text,
    candidate_name          jsonb,                     -- sealed
    job_title               text             not null,
    interview_kind          text             not null,
    language                text             not null,
    policy_emotion          text             not null, -- effective: OFF, PRACTICE, REVIEWER
    policy_emotion_setting  text             not null, -- what the organisation had asked for
    policy_face_signals     boolean          not null,
    policy_recruitment      boolean          not null,
    policy_candidate_region text,
    policy_employer_region  text,
    consent_given           boolean          not null,
    consent_video           boolean          not null,
    consent_seq             bigint           not null, -- 0 when no choice was made yet
    rubric_id               text             not null,
    rubric_version          text             not null,
    rubric_hash             text             not null,
    started_at              timestamptz      not null,
    updated_at              timestamptz      not null, -- of the last event that changed something
    completed_at            timestamptz,               -- by the candidate
    closed_at               timestamptz,               -- however it ended
    total_questions         int              not null,
    answered                int              not null, -- questions
    skipped                 int              not null, -- questions; once evaluated also those not reached
    scored                  int              not null, -- answers with a score
    not_gradable            int              not null, -- answers flagged
    needs_human             int              not null, -- answers that nobody could settle
    evaluated               boolean          not null, -- the report is final
    overall                 double precision           -- weighted, 0 to 10; null until evaluated or when nothing was scored
);
create index sessions_newest on readmodel.sessions ((organisation_id::text), session_id desc);
create index sessions_changed on readmodel.sessions ((organisation_id::text), updated_at);

create table readmodel.questions (
    session_id        uuid             not null,
    question_id       text             not null,
    organisation_id   uuid             not null,
    position          int              not null, -- from 1
    text              text             not null,
    kind              text             not null,
    category          text             not null,
    difficulty        int              not null,
    weight            double precision not null,
    seconds           int              not null,
    state             text             not null, -- PLANNED, ASKED, ANSWERED, SKIPPED
    asked_at          timestamptz,
    answered_at       timestamptz,
    answer_id         text,
    answer            jsonb,                     -- sealed
    duration_ms       bigint,
    outcome           text,                      -- SCORED, NOT_GRADABLE, NEEDS_HUMAN; null until settled
    overall           double precision,          -- 0 to 10, only when SCORED
    confidence        double precision,          -- 0 to 1, only when SCORED
    dimensions        jsonb,                     -- [{"name","score","evidence":[sealed],"rationale":sealed|null}], only when SCORED
    feedback          jsonb,                     -- sealed, only when SCORED
    reason            text,                      -- only when NOT_GRADABLE or NEEDS_HUMAN
    message           text,                      -- only when NOT_GRADABLE
    evaluated_at      timestamptz,
    provider          text,                      -- what produced the outcome, from here to cost_micros
    model             text,
    evaluator_version text,
    prompt_hash       text,
    rubric_id         text,
    rubric_hash       text,
    latency_ms        bigint,
    attempt           int,
    cost_micros       bigint,
    override_overall  double precision,          -- a human's, beside the machine's
    override_reason   jsonb,                     -- sealed
    override_by       text,
    override_at       timestamptz,
    primary key (session_id, question_id)
);

create table readmodel.session_events (
    session_id      uuid        not null,
    seq             bigint      not null,
    organisation_id uuid        not null,
    event_id        text        not null,
    type            text        not null,
    occurred_at     timestamptz not null,
    causation_id    text,
    correlation_id  text        not null,
    actor_id        text        not null,
    data            jsonb       not null, -- the payload, snake_case, Personal values as in a sealed column
    value           bytea       not null, -- as stored on the topic; SHA-256 of it is the next event's prev_hash
    kafka_partition int         not null,
    kafka_offset    bigint      not null,
    primary key (session_id, seq)
);

create table readmodel.frame_readings (
    session_id      uuid        not null,
    stream          text        not null,
    frame_seq       bigint      not null,
    organisation_id uuid        not null,
    occurred_at     timestamptz not null,
    captured_at     timestamptz not null, -- by the browser's clock
    received_at     timestamptz not null,
    width           int,                  -- of the picture, pixels; null when the frame was not read
    height          int,
    faces           int,                  -- null when the frame was not read
    face_x          int,                  -- the candidate's face, from here to face_height; null when there is none
    face_y          int,
    face_width      int,
    face_height     int,
    eyes_open       boolean,              -- null when unknown
    blink           boolean     not null, -- one ended at this frame
    sharpness       double precision,
    brightness      double precision,
    processing_us   bigint,
    reason          text,                 -- why the frame was not read; null when it was
    kafka_partition int         not null,
    primary key (session_id, stream, frame_seq)
);
create index frame_readings_age on readmodel.frame_readings (kafka_partition, occurred_at);

create table readmodel.emotion_readings (
    session_id      uuid        not null,
    stream          text        not null,
    frame_seq       bigint      not null,
    organisation_id uuid        not null,
    occurred_at     timestamptz not null,
    captured_at     timestamptz not null,
    probabilities   real[]      not null, -- angry, disgust, fear, happy, sad, surprise, neutral
    smoothed        real[]      not null, -- the same, smoothed over time
    model_hash      text        not null,
    kafka_partition int         not null,
    primary key (session_id, stream, frame_seq)
);
create index emotion_readings_age on readmodel.emotion_readings (kafka_partition, occurred_at);

create table readmodel.organisations (
    organisation_id uuid primary key,
    name            text        not null,
    emotion         text        not null,
    face_signals    boolean     not null,
    region          text,
    provider_chain  text[]      not null,
    idle_timeout_ms bigint      not null,
    updated_at      timestamptz not null
);

-- Whose record it was cannot be read from a record that cannot be read; a session's are visible to who sees the session.
create table readmodel.dead_letters (
    topic            text   not null, -- of the dead letter: <service>-dlq
    origin_topic     text   not null,
    origin_partition int    not null,
    origin_offset    bigint not null,
    session_id       uuid,            -- the record's key, where it is one
    exception        text,
    reason           text,
    written_at       timestamptz not null,
    primary key (topic, origin_topic, origin_partition, origin_offset)
);
create index dead_letters_session on readmodel.dead_letters (session_id);

grant usage on schema readmodel to colloquy_projector, colloquy_report;
-- By name, because the schema also holds the history of migrations, which is nobody's but the owner's.

do $$
declare
    model_table text;
begin
    foreach model_table in array
        array['projection_offsets', 'sessions', 'questions', 'session_events', 'frame_readings', 'emotion_readings',
              'organisations', 'dead_letters']
    loop
        execute format('alter table readmodel.%I enable row level security', model_table);
        execute format('alter table readmodel.%I force row level security', model_table);
        execute format('create policy projector_all on readmodel.%I to colloquy_projector using (true) with check (true)',
                       model_table);
        execute format('grant select, insert, update, delete on readmodel.%I to colloquy_projector', model_table);
    end loop;
    foreach model_table in array
        array['sessions', 'questions', 'session_events', 'frame_readings', 'emotion_readings', 'organisations']
    loop
        execute format('create policy organisation_only on readmodel.%I for select to colloquy_report '
                       'using (organisation_id::text = current_setting(''colloquy.organisation'', true))', model_table);
        execute format('grant select on readmodel.%I to colloquy_report', model_table);
    end loop;
end
$$;

grant select on readmodel.dead_letters to colloquy_report;
create policy organisation_only on readmodel.dead_letters for select to colloquy_report
    using (exists (select from readmodel.sessions session where session.session_id = dead_letters.session_id));
