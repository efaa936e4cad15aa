-- SPDX-License-Identifier: MIT
-- The rooms of a person, who may become another one by a merge.

CREATE INDEX share_person ON share (person) WHERE person IS NOT NULL;
