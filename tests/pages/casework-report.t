# SPDX-License-Identifier: MIT
# The report of a case: chosen parts, each whole, and reading it is kept.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D
has "href=\"$D/report\""
get $D/report
status 200
has '<h1>Broken &lt;ankle&gt; &amp; more</h1>'
has "$base_url$site_path$D<"
has '<h2 id="facts-head">'
has '<h2 id="history-head">'
post $D/note text='The first note'
post $D/note text='The last note'
printf 'a letter' > "$work/Letter.txt"
post $D/documents kind=letter dated=2026-11-02 files=@"$work/Letter.txt"
get "$D/report?part=notes&part=documents"
status 200
has '<h2 id="notes-head">'
hasnt '<h2 id="tasks-head">'
hasnt '<h2 id="history-head">'
has "$(sha256sum < "$work/Letter.txt" | cut -d' ' -f1)"
first() {
	grep -o 'The [a-z]* note' "$reply" | head -n 1
}
is 'the oldest comes first' "$(first)" 'The first note'
get "$D/report?part=notes&order=newest"
is 'or the newest' "$(first)" 'The last note'
get "$D/report?part=notes&to=2026-11-01"
has 'No note.'
get "$D/report?part=bills"
status 400
get "$D/history?kind=dossier"
has 'Report of the case made'

# nothing is left out, and where something is, it says so
sql_write "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
    WHERE i < 1200) INSERT INTO note (dossier, no, text, written)
    SELECT 1, 1000 + i, 'Entry ' || i || '.', 1795521600 FROM n" > /dev/null
get "$D/report?part=notes&order=newest"
has 'There are more than can be printed at once'
is 'as many as are said' "$(grep -o 'Entry [0-9]*' "$reply" | wc -l)" 1000
has 'Entry 1200.'
hasnt 'Entry 200.'

as zoe
get $D
has "href=\"$D/report\""
get $D/report
status 200
as tom
get $D/report
status 404
