-- SPDX-License-Identifier: MIT
-- PostgreSQL keeps the words of a dossier ready to be compared in its row. The
-- index that made them anew each time goes; the engine lays one over those.

DROP INDEX IF EXISTS dossier_search_words;
