-- SPDX-License-Identifier: MIT
-- What files of FHIR brought onto cases of patients, whole: what of it became
-- a row of ours is written over it when it leaves again.

CREATE TABLE fhir_kept (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	type {text} NOT NULL,	-- of the resource: Condition
	name {text} NOT NULL,	-- its id; of one without, a hash of it
	url {text} NOT NULL,	-- by which others in its Bundle name it; ''
	no {int} NOT NULL,	-- of the part of the case that it became; 0
	xml {text} NOT NULL,	-- in the one form of xml/fhirwrite.h
	taken {int} NOT NULL,
	taken_by {int} REFERENCES person,
	UNIQUE (dossier, type, name)
) {strict};
