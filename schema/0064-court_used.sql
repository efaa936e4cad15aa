-- SPDX-License-Identifier: MIT
-- Which deadlines were counted by a version of the rules of a court: the text
-- begins with its code and number.
CREATE INDEX deadline_span_court ON deadline_span (court, deadline)
    WHERE court <> '';
