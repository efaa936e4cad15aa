-- SPDX-License-Identifier: MIT
-- What a form lost that was read from a file of another format.

ALTER TABLE form_draft ADD COLUMN told {text} NOT NULL DEFAULT '';
