-- What people say an answer is, to calibrate evaluators; from session-events, never part of a score. One row for each person
-- and answer: a later label of the same person takes the place of theirs, and both stay in the log. Rows go with the session's
-- erasure.

create table readmodel.answer_labels (
    session_id      uuid        not null,
    question_id     text        not null,
    labeller_id     text        not null,
    organisation_id uuid        not null,
    answer_id       text        not null,
    label           text        not null, -- GOOD, PARTIAL, WRONG, OFF_TOPIC, GIBBERISH, COPIED_QUESTION, KEYWORD_STUFFING
    note            jsonb,                -- sealed
    seq             bigint      not null, -- of the event
    labelled_at     timestamptz not null,
    primary key (session_id, question_id, labeller_id)
);
create index answer_labels_newest on readmodel.answer_labels ((organisation_id::text), labelled_at desc);

alter table readmodel.answer_labels enable row level security;
alter table readmodel.answer_labels force row level security;
create policy projector_all on readmodel.answer_labels to colloquy_projector using (true) with check (true);
grant select, insert, update, delete on readmodel.answer_labels to colloquy_projector;
create policy organisation_only on readmodel.answer_labels for select to colloquy_report
    using (organisation_id::text = current_setting('colloquy.organisation', true));
grant select on readmodel.answer_labels to colloquy_report;
