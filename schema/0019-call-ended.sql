-- SPDX-License-Identifier: MIT
-- Answers that are kept no longer are found without reading all calls. Who
-- opened which case stays.

CREATE INDEX plan_call_ended ON plan_call (ended)
	WHERE kind = 'process' AND ended IS NOT NULL;
