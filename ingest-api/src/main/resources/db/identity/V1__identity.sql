-- Who may come in. A system of record, not a projection. Every table is under forced row-level security: rows are seen
-- within their organisation, or by whoever presents the one secret that names the row before the organisation is known.
create table identity.organisations (
    organisation_id uuid primary key,
    name            text    not null,
    emotion         text    not null check (emotion in ('OFF', 'PRACTICE', 'REVIEWER')),
    face_signals    boolean not null,
    region          text,
    provider_chain  text[]  not null,
    idle_timeout_ms bigint  not null check (idle_timeout_ms > 0)
);

create table identity.users (
    user_id         uuid primary key,
    organisation_id uuid    not null references identity.organisations,
    email           text    not null unique check (email = lower(email)),
    name            text    not null,
    role            text    not null check (role in ('candidate', 'interviewer', 'analyst', 'admin')),
    password_hash   text    not null,
    active          boolean not null
);

create table identity.guest_links (
    link_id         uuid primary key,
    organisation_id uuid        not null references identity.organisations,
    token_hash      text        not null unique,
    setup           jsonb       not null,
    candidate_name  bytea,
    created_by      uuid        not null,
    expires_at      timestamptz not null,
    redeemed_at     timestamptz,
    started_at      timestamptz
);

create table identity.refresh_families (
    family_id       uuid primary key,
    organisation_id uuid        not null references identity.organisations,
    user_id         uuid references identity.users on delete cascade,
    link_id         uuid references identity.guest_links on delete cascade,
    expires_at      timestamptz not null,
    killed_at       timestamptz,
    check ((user_id is null) <> (link_id is null))
);
create index refresh_families_of_user on identity.refresh_families (user_id);

create table identity.refresh_tokens (
    token_hash      text primary key,
    family_id       uuid        not null references identity.refresh_families on delete cascade,
    organisation_id uuid        not null,
    issued_at       timestamptz not null,
    used_at         timestamptz
);
create index refresh_tokens_of_family on identity.refresh_tokens (family_id);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['organisations', 'users', 'guest_links', 'refresh_families', 'refresh_tokens']
    loop
        execute format('alter table identity.%I enable row level security', guarded);
        execute format('alter table identity.%I force row level security', guarded);
        execute format(
            'create policy organisation_only on identity.%I '
            'using (organisation_id::text = current_setting(''colloquy.organisation'', true)) '
            'with check (organisation_id::text = current_setting(''colloquy.organisation'', true))', guarded);
    end loop;
end
$$;

-- At sign-in the organisation is not known yet: the exact e-mail, or the hash of the presented token, opens one row.
create policy signing_in on identity.users for select
    using (email = current_setting('colloquy.sign_in_email', true));
create policy presented_token on identity.refresh_tokens for select
    using (token_hash = current_setting('colloquy.presented_token', true));
create policy presented_link on identity.guest_links for select
    using (token_hash = current_setting('colloquy.presented_token', true));
-- The settings of all organisations are published at start.
create policy publishing_settings on identity.organisations for select
    using (current_setting('colloquy.purpose', true) = 'publish-settings');

grant usage on schema identity to colloquy_ingest;
grant select, insert, update on all tables in schema identity to colloquy_ingest;
grant delete on identity.refresh_families to colloquy_ingest;
