-- {"planner","model","version","prompt_hash","latency_ms","attempt","cost_micros","details":{"parameters","input_tokens","output_tokens",
-- "repaired","fallbacks":[{"provider","reason"}],"findings"}}; null before the plan, and in rows from before the column was there.
alter table readmodel.sessions add column planned_by jsonb;
