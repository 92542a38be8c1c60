-- {"parameters":{},"input_tokens","output_tokens","repaired","fallbacks":[{"provider","reason"}],"findings":[]}; null in rows from before.
alter table readmodel.questions add column scoring_details jsonb;
