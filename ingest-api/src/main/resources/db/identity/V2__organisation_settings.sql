-- Chains for each capability, the bank that plans come from, and what a change is based on.
alter table identity.organisations
    add column chains       jsonb  not null default '{}',
    add column default_bank text,
    add column version      bigint not null default 1;
