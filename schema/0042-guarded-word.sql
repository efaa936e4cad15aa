-- SPDX-License-Identifier: MIT
-- Members of a compartment find cases by what is in it.

-- Each folded word of notes, names of documents and answers in a compartment;
-- what was there before this file comes with the dossier's next change.
CREATE TABLE guarded_word (
	dossier {int} NOT NULL REFERENCES dossier,
	compartment {int} NOT NULL REFERENCES compartment,
	word {text} NOT NULL,
	PRIMARY KEY (dossier, compartment, word)
) {strict};
CREATE INDEX guarded_word_found
    ON guarded_word (compartment, word, dossier);
