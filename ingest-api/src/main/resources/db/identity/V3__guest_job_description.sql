-- What the invitation says of the job, sealed like the name, under the key of the session that the link becomes.
alter table identity.guest_links add column job_description bytea;
