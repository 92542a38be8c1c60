-- Login roles of the services. Whoever runs the migrations sets their passwords; they own nothing and bypass nothing.
do $$
declare
    service_role text;
begin
    foreach service_role in array
        array['colloquy_ingest', 'colloquy_frames', 'colloquy_evaluator', 'colloquy_projector', 'colloquy_report']
    loop
        if not exists (select from pg_roles where rolname = service_role) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls', service_role);
        end if;
    end loop;
end
$$;

create table keys.session_keys (
    session_id      uuid primary key,
    organisation_id uuid    not null,
    key_id          uuid    not null unique,
    wrapped         bytea,
    destroyed       boolean not null,
    check (destroyed = (wrapped is null))
);

alter table keys.session_keys enable row level security;
alter table keys.session_keys force row level security;
create policy organisation_only on keys.session_keys
    using (organisation_id::text = current_setting('colloquy.organisation', true))
    with check (organisation_id::text = current_setting('colloquy.organisation', true));

grant usage on schema keys to colloquy_ingest, colloquy_frames, colloquy_evaluator, colloquy_projector, colloquy_report;
grant select on keys.session_keys to colloquy_ingest, colloquy_frames, colloquy_evaluator, colloquy_projector, colloquy_report;
-- Whoever seals may make a key; only the projector, which sees erasure happen, may destroy one.
grant insert on keys.session_keys to colloquy_ingest, colloquy_evaluator;
grant insert, update on keys.session_keys to colloquy_projector;
