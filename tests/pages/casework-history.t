# SPDX-License-Identifier: MIT
# The whole history: filters, and a CSV that no spreadsheet runs.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
post $D/note text='=1+1 "quoted", and a comma'
post $D/wait reason='=cmd()'
get $D/history
status 200
has '=1+1 &quot;quoted&quot;'
has 'No seal holds this history yet.'
hash=$(printf '%064d' 7)
sql_write "INSERT INTO seal (number, sealed, heads, chains, events, root, prev,
    hash) VALUES (1, $clock, 1, 1, 1, $(bytes "$hash"), $(bytes "$hash"),
    $(bytes "$hash"))"
sql_write "INSERT INTO seal_head (dossier, topic, seq, seal, hash)
    SELECT id, '', seq, 1, head FROM dossier
     WHERE number = 'C-2026-10000061'"
get $D/history
has 'Sealed by seal 1 of '
hasnt 'What came later waits for the next seal.'
get $D/report
has "$hash"
post $D/note text='A note after the seal.'
get $D/history
has 'Sealed by seal 1 of '
has 'What came later waits for the next seal.'
get "$D/history?kind=note"
has '=1+1'
hasnt '=cmd()'
get "$D/history?from=2100-01-01"
has 'No entry fits these filters.'
get "$D/history?person=P-10000001"
has '=1+1'
get "$D/history?person=P-99999999"
has 'No entry fits these filters.'
get "$D/history?from=yesterday"
status 422
has 'Write a day, such as'
get $D/history.csv
status 200
has 'Content-Type: text/csv'
has 'attachment'
has "\"'=cmd()\""
has '+00:00'
as tom
get $D/history
status 404
get $D/history.csv
status 404
