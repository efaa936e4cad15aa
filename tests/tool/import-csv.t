# SPDX-License-Identifier: MIT
# Tables: every row is a request in the tray, once, or the file is refused
# with all its mistakes.
. "$(dirname "$0")/tool.sh"

maps=$top_srcdir/etc/imports
cp "$data"/csv/* "$maps/map.rng" "$work"
chmod u+w "$work"/*	# a source may be read-only

import() {	# FILE [OPTION...]
	file=$1; shift
	dossier import csv "$work/$file" --type complaint \
	    --map "$work/requests.xml" "$@"
}

of() {	# KEY COLUMNS: of the dossier that a row became
	sql "SELECT $2 FROM import_trace t JOIN dossier d ON d.id = t.dossier
	    WHERE t.log = 'requests.csv' AND t.trace = '$1'"
}

value() {	# KEY FIELD
	of "$1" "(SELECT v.text FROM field_value v WHERE v.dossier = d.id
	    AND v.field = '$2')"
}

none() {	# SENTENCE: nothing was written
	is "$1" "$(sql 'SELECT count(*) FROM dossier')" 0
}

store
import requests.csv --dry-run --report "$work/report"
is 'a dry run reads every row' "$out" 'requests.csv: 3 rows
3 new, 0 known already, 0 refused
nothing was written'
none 'and writes nothing'
is 'but tells of each row' "$(tr -d '\r' < "$work/report")" \
'line,key,result,number,why
"2","A-1","new","",""
"4","A-2","new","",""
"5","A-3","new","",""'
import requests.csv --report "$work/report"
is 'the file comes in' "$rc" 0
has 'into the tray of the team' "$out" 'in the tray of the team South'
is 'each row is told with its number' \
    "$(sed -n 2p "$work/report" | cut -d, -f4)" "\"$(of A-1 d.number)\""
is 'a row is a request' "$(of A-1 'd.title, d.medium, d.status, d.verdict,
    d.phase, d.received')" \
    'Broken lamp - Main Street	letter	open		screening	1700814600'
is 'an empty cell leaves no sign behind' "$(of A-2 d.title)" 'The "blue" bill'
is 'text of several lines is its first note' "$(of A-1 "(SELECT n.text
    FROM note n WHERE n.dossier = d.id)")" 'It came broken,\ntwice.'
is 'money has its currency' "$(value A-1 amount)" '1990 EUR'
is 'a date is a date' "$(value A-2 incident)" 2023-11-20
is 'a word becomes a choice' "$(value A-1 subject) $(value A-3 subject)" \
    'product other'
is 'any other medium is the import' "$(of A-3 d.medium)" import
is 'the same person is one person' "$(sql "SELECT count(*) FROM person
    WHERE email = 'ana@example.org'")" 1
is 'who takes part' "$(of A-1 "(SELECT count(*) FROM party p
    WHERE p.dossier = d.id)")" 2
is 'nobody is made of empty cells' "$(of A-3 d.requester)" ''
has 'what the map has no place for is told' "$(of A-3 "(SELECT b.body
    FROM event e JOIN event_body b ON b.event = e.id WHERE e.dossier = d.id
    AND e.kind = 'dossier.registered')")" '"row.Agent":"9"'
is 'the counters follow' "$(sql "SELECT open, total FROM scope
    WHERE type = 'complaint'")" '3	3'
is 'each begins the plan of its type' "$(sql "SELECT count(*) FROM plan_item
    WHERE no = 1 AND state = 'active'")" 3
is 'with its first phase' "$(of A-1 "(SELECT p.state FROM plan_item p
    WHERE p.dossier = d.id AND p.used = 'screening')")" active
is 'and says so' "$(sql "SELECT count(*) FROM event
    WHERE kind = 'plan.begun'")" 3
dossier verify
is 'the chains are whole' "$rc" 0
import requests.csv
has 'a second import adds nothing' "$out" '0 new, 3 known already'
echo 'A-4,27.11.2023 08:00,Late,,,,,,,,,' >> "$work/requests.csv"
import requests.csv
has 'of a longer file only the new comes in' "$out" '1 new, 3 known'
is 'and is another request' "$(sql 'SELECT count(*) FROM dossier')" 4

store
refused() {	# SENTENCE PART: $work/bad.csv leaves nothing
	import bad.csv
	is "$1: refused" "$rc" 1
	has "$1: with its line" "$err" "$2"
	none "$1: nothing is left"
}
good=$work/requests.csv
sed '2,3s/19.90/a lot/; 5s/26.11/31.11/' "$good" > "$work/bad.csv"
refused 'a bad amount and a bad date' "$work/bad.csv:2: "
has 'both are told' "$err" "$work/bad.csv:5: received: "
import bad.csv --skip
is 'the rest comes in where that is wished' "$rc" 0
has 'and it is told how much' "$out" '2 new, 0 known already, 2 refused'
has 'with the lines that are left out' "$err" "$work/bad.csv:5: received"
import bad.csv --skip
has 'and again nothing is doubled' "$out" '0 new, 2 known already, 2 refused'
store
sed '5s/,9$//' "$good" > "$work/bad.csv"
refused 'a row with too few cells' "bad.csv:5: This row has 11 cells"
sed '5s/A-3/A-1/' "$good" > "$work/bad.csv"
refused 'a key that stands twice' 'stands on line 2 already'
sed '4s/ana@example.org/ana/' "$good" > "$work/bad.csv"
refused 'a mail that is none' 'bad.csv:4: email: '
sed '4s/25.11.2023/25.11.2099/' "$good" > "$work/bad.csv"
refused 'an arrival in the future' 'bad.csv:4: received: '
sed '4s/,The/,The/; 4s/"The.*bill"//' "$good" > "$work/bad.csv"
refused 'a row without a title' 'bad.csv:4: title: '
sed '5s/Rude/"Rude/' "$good" > "$work/bad.csv"
refused 'a quote that is never closed' 'bad.csv:5: A quote'
printf 'Ref,About\nA-1,\351\n' > "$work/bad.csv"
refused 'a column that is missing' 'has no column “Arrived”'
sed '5s/shouted/\xe9/' "$good" > "$work/bad.csv"
refused 'bytes that are no UTF-8' 'bad.csv:5: This is not UTF-8'
: > "$work/bad.csv"
refused 'an empty file' 'The first line must name the columns'
dossier import csv "$work/none.csv" --type complaint --map "$work/requests.xml"
has 'a file that is not there' "$err" 'none.csv: It cannot be read'
dossier import csv "$good" --type nonsense --map "$work/requests.xml"
has 'a type that is not there' "$err" nonsense
for change in 's/code="amount"/code="sum"/' 's/role="respondent"/role="boss"/' \
    's/pattern="dd.MM.yyyy"/pattern="qqqq.bb"/' 's/<key/<kee/' 's/{Paid}/{P}/'
do
	sed "$change" "$data/csv/requests.xml" > "$work/bad.xml"
	dossier import csv "$good" --type complaint --map "$work/bad.xml"
	is "a map with $change is refused" "$rc" 1
	has 'with file and line' "$err" "$work/bad.xml:"
done
none 'and nothing of it is in'

# Many mistakes are counted, not poured out.
{
	head -n 1 "$good"
	awk 'BEGIN { for (i = 0; i < 500; i++) print "K" i ",x,T,,,,,,,,," }'
} > "$work/bad.csv"
import bad.csv
has 'of many mistakes the rest is counted' "$err" '450 more rows are refused'

# The real complaints and service requests.
real=${DOSSIER_DATA:-/nowhere}/intake
if [ -r "$real/cfpb_sample_a.csv" ]; then
	store
	while read -r file map rows; do
		dossier import csv "$real/$file" --type complaint --map "$map"
		has "$file: every row is a request" "$out" \
		    "$rows new, 0 known already, 0 refused"
	done <<-END
	cfpb_sample_a.csv $maps/cfpb.xml 401
	cfpb_v1_public_30.csv $maps/cfpb.xml 30
	cfpb_subset_280.csv $work/short.xml 280
	nyc311_2023_500.csv $maps/nyc311.xml 500
	END
	is 'all of them are in the tray' "$(sql "SELECT count(*) FROM dossier
	    WHERE verdict = '' AND status = 'open'")" 1211
	is 'with their narratives' "$(sql "SELECT count(*) FROM note n
	    JOIN import_trace t ON t.dossier = n.dossier
	    WHERE t.log = 'cfpb_sample_a.csv'")" 96
	is 'and the days on which they came' "$(sql "SELECT received
	    FROM import_trace t JOIN dossier d ON d.id = t.dossier
	    WHERE t.log = 'cfpb_sample_a.csv' AND t.trace = '759217'")" \
	    1394578800
	dossier verify
	is 'and every chain is whole' "$rc" 0
else
	skip 'the real tables come in' 'DOSSIER_DATA has no intake'
fi

# Killed in the middle, it goes on where it was.
store
many=${TESTS_QUICK:+900} many=${many:-3000}
{
	head -n 1 "$good"
	awk -v many=$many 'BEGIN { for (i = 0; i < many; i++)
		print "K" i ",24.11.2023 09:30,Lamp " i ",,,,,,,,," }'
} > "$work/large.csv"
DOSSIER_CONF=$work/dossier.conf "$top_builddir/dossier" import csv \
    "$work/large.csv" --type complaint --map "$work/requests.xml" \
    > "$work/out" 2>&1 &
pid=$!
while kill -0 $pid 2> /dev/null &&
    [ "$(sql 'SELECT count(*) FROM import_trace')" = 0 ]; do
	:
done
kill -9 $pid 2> /dev/null
wait $pid 2> /dev/null
got=$(sql 'SELECT count(*) FROM dossier')
import large.csv
has 'a second import takes the rest' "$out" "$((many - got)) new, $got known"
is 'nothing is missing or doubled' "$(sql 'SELECT count(*),
    (SELECT count(*) FROM import_trace) FROM dossier')" "$many	$many"
tool_end
