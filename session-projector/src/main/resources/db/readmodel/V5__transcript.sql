-- What a spoken answer was heard as: {"text": sealed, "confidence", "provider", "model", "language", "audio_ms"}; null when typed, and
-- in rows from before. Once erased, text is null.
alter table readmodel.questions add column transcript jsonb;
