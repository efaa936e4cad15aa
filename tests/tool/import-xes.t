# SPDX-License-Identifier: MIT
# Event logs: what they hold comes in, once, and nothing of a broken one.
. "$(dirname "$0")/tool.sh"

log=$data/xes/small.xes

# facts LOG: cases, events, activities, resources as they are in the store.
facts() {
	sql "SELECT count(*), coalesce(sum(events), 0) FROM import_trace
	    WHERE log = '$1'" | tr '\t' ' '
}

# of TRACE COLUMNS: of the dossier that a case of the small log became.
of() {
	sql "SELECT $2 FROM import_trace t JOIN dossier d ON d.id = t.dossier
	    WHERE t.log = 'small' AND t.trace = '$1'"
}

events() {	# TRACE COLUMNS [AND ...]: of its time line, in chain order
	sql "SELECT $2 FROM import_trace t JOIN event e
	    ON e.dossier = t.dossier JOIN event_body b ON b.event = e.id
	    LEFT JOIN person p ON p.id = e.actor
	    WHERE t.log = 'small' AND t.trace = '$1' $3 ORDER BY e.seq"
}

value() {	# TRACE FIELD COLUMNS
	sql "SELECT $3 FROM import_trace t JOIN field_value v
	    ON v.dossier = t.dossier
	    WHERE t.log = 'small' AND t.trace = '$1' AND v.field = '$2'"
}

store
dossier import xes "$log" --type permit --dry-run
is 'a dry run counts' "$(printf '%s\n' "$out" | head -n 1)" \
    'small: 4 cases, 5 events, 4 activities, 2 resources'
has 'events without a moment are told' "$out" \
    '2 events have no moment of their own'
is 'and writes nothing' "$(sql 'SELECT count(*) FROM dossier')" 0
dossier import xes "$log" --type nonsense
has 'an unknown type is named' "$err" 'nonsense'
dossier import xes "$log" --type permit --team North
has 'an unknown team: those there are' "$err" 'South'
dossier import xes "$log" --type permit --team south
is 'a log comes in' "$rc" 0
has 'and it is told how much' "$out" '4 new cases, 5 new events'

is 'a case is a dossier with its name, medium and moments' \
    "$(of first 'd.title, d.medium, d.status, d.outcome, d.received,
	d.closed, d.verdict')" \
    'first	web	closed	passed_on	-679075200	1351771200	accepted'
is 'its fields are typed' "$(value first deadline 'v.text, v.date')" \
    '2012-12-06	2012-12-06'
is 'a choice is found by its label' "$(value first department v.text)" \
    customer_contact
is 'a person is a person' "$(value first responsible \
    '(SELECT p.name FROM person p WHERE p.id = v.number)')" 'Ångström & Co'
is 'and leads' "$(of first '(SELECT p.name FROM person p
    WHERE p.id = d.lead)')" 'Ångström & Co'
has 'what fits no field is told' "$(events first b.body)" \
    '"log.colour":"green"'
is 'events stand in their order with their moments, phases follow' \
    "$(events first "e.kind, e.happened, coalesce(p.name, '-')")" \
'dossier.registered	-679075200	-
activity.done	-679074900	Ångström & Co
phase.moved	1349071200	-
activity.done	1349071200	-
phase.moved	1349071200	-
activity.done	1349071200	-
dossier.closed	1351771200	-'
is 'each stay in a phase is there' "$(sql "SELECT phase, entered, left_at
    FROM dossier_phase WHERE dossier = 1 ORDER BY no")" \
'screening	-679075200	1349071200
assessment	1349071200	1349071200
screening	1349071200	1351771200'
has 'nested attributes are kept' "$(events first b.body)" \
    '"log.cost/net":"12"'
is 'a second case of the same name is another' \
    "$(of 'first (2)' 'd.title, d.status, d.medium')" 'first	open	import'
is 'what the log calls unknown is left out' \
    "$(value 'first (2)' department v.text)" ''
is 'the first moment of 1970 is a moment' \
    "$(events 'first (2)' 'e.happened' "AND e.kind = 'activity.done'")" 0
is 'a case without a name has its place' "$(of '#3' d.title)" \
    'Building permit #3'
is 'a log knew no plan' "$(sql 'SELECT count(*) FROM plan_item')" 0
is 'a case without events is there' "$(of empty d.status)" open
is 'the counters follow' "$(sql "SELECT open, total FROM scope
    WHERE type = 'permit'")" '3	4'
is 'the search knows them' "$(sql 'SELECT count(*) FROM dossier_search')" 4
has 'by their people and fields' "$(sql "SELECT words FROM dossier_search
    WHERE dossier = 1")" 'angstrom'

before=$(sql 'SELECT count(*), max(id) FROM event')
dossier import xes "$log" --type permit
has 'a second import adds nothing' "$out" '0 new cases, 0 new events'
is 'not one event' "$(sql 'SELECT count(*), max(id) FROM event')" "$before"
sql_write() { dossier sql --write "$1"; }
sed 's|<string key="concept:name" value="empty"/>|&<date key="enddate" value="2013-01-02T00:00:00Z"/><event><string key="concept:name" value="T11 Create"/><date key="time:timestamp" value="2013-01-01T00:00:00Z"/></event>|' \
    "$log" > "$work/small.xes"
dossier import xes "$work/small.xes" --type permit
has 'of a longer log only the new comes in' "$out" '0 new cases, 1 new events'
is 'and moves the case on' "$(of empty 'd.status, d.phase, d.closed')" \
    'closed	implementation	1357084800'
sql_write "UPDATE dossier SET status = 'open', closed = NULL
    WHERE title = 'empty'"
dossier import xes "$work/small.xes" --type permit
is 'what staff reopened stays open' "$(of empty d.status)" open
sql_write "UPDATE dossier SET status = 'closed', closed = 1357084800
    WHERE title = 'empty'"
dossier import xes "$log" --type permit --log other
has 'another log of the same cases is another log' "$out" '4 new cases'
dossier verify
is 'all chains are whole' "$rc" 0

store
refused() {	# SENTENCE PART: $work/bad.xes is refused and leaves nothing
	dossier import xes "$work/bad.xes" --type permit
	is "$1: refused" "$rc" 1
	has "$1: with its line" "$err" "$2"
	is "$1: nothing is left" "$(sql 'SELECT count(*) FROM dossier')" 0
}
sed 's|12:00:00Z|tomorrow|' "$log" > "$work/bad.xes"
refused 'a moment that is none' "$work/bad.xes:23: enddate"
sed '/<.trace>/d' "$log" > "$work/bad.xes"
refused 'tags that do not match' "$work/bad.xes:"
sed 's|<event/>|<happening/>|' "$log" > "$work/bad.xes"
refused 'an element that XES does not have' "$work/bad.xes:52: <happening>"
sed 's|key="colour"||' "$log" > "$work/bad.xes"
refused 'an attribute without its key' "$work/bad.xes:24: <string> has no key"
echo '<trace/>' > "$work/bad.xes"
refused 'another document' "$work/bad.xes:1:"
sed '1a<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/passwd">]>' "$log" \
    > "$work/bad.xes"
refused 'a DOCTYPE' "$work/bad.xes:"
gzip -c "$log" | head -c 500 > "$work/bad.xes"
refused 'half a gzipped file' "$work/bad.xes"
gzip -c "$log" > "$work/small.xes.gz"
dossier import xes "$work/small.xes.gz" --type permit
has 'a whole one comes in' "$out" '4 new cases, 5 new events'

# The real logs: the same figures as an independent reading gave. When it
# must be quick, the log of permits stands for all.
logs=${DOSSIER_DATA:-/nowhere}/xes
if [ -r "$logs/facts.csv" ]; then
	store
	tail -n +2 "$logs/facts.csv" | tr -d '\r' |
	    grep "${TESTS_QUICK:+^08_}" > "$work/facts"
	while IFS=, read -r file cases events activities _ _ _ _ resources _
	do
		name=${file%.gz}; name=${name%.xes}
		case $file in
		08_*)	type=permit ;;
		*)	type=complaint ;;
		esac
		dossier import xes "$logs/$file" --type $type
		has "$file: the figures are those of facts.csv" "$out" \
"$name: $cases cases, $events events, $activities activities, $resources resources"
		is "$file: and they are in the store" "$(facts "$name")" \
		    "$cases $events"
	done < "$work/facts"
	is 'receipt: the activities are on the time lines' "$(sql "SELECT
	    count(*) FROM event e JOIN import_trace t ON t.dossier = e.dossier
	    WHERE t.log = '08_receipt' AND e.kind = 'activity.done'")" 8577
	is 'receipt: those with an end are closed' "$(sql "SELECT status,
	    count(*) FROM dossier WHERE type_code = 'permit' GROUP BY 1
	    ORDER BY 1")" 'closed	1329
open	105'
	is 'receipt: planned ends, deadlines, people are fields' "$(sql "SELECT
	    v.field, count(*) FROM field_value v JOIN dossier d
	    ON d.id = v.dossier WHERE d.type_code = 'permit' AND v.field IN
	    ('end_planned', 'deadline', 'responsible', 'group', 'channel')
	    GROUP BY 1 ORDER BY 1")" \
'channel	1434
deadline	1434
end_planned	1434
group	609
responsible	1434'
	dossier import xes "$logs/08_receipt.xes.gz" --type permit
	has 'receipt: a second import adds nothing' "$out" \
	    '0 new cases, 0 new events'
	dossier verify
	is 'receipt: all chains are whole' "$rc" 0
else
	skip 'the real logs give the figures of facts.csv' \
	    'DOSSIER_DATA has no xes/facts.csv'
fi

# generate CASES: a log with seven events each.
generate() {
	awk -v cases="$1" 'BEGIN { print "<log>"
	for (c = 1; c <= cases; c++) {
		printf "<trace><string key=\"concept:name\" value=\"case-%d\"/>" \
		    "<string key=\"responsible\" value=\"R%d\"/>\n", c, c % 300
		for (e = 0; e < 7; e++)
			printf "<event><string key=\"org:group\" " \
			    "value=\"Group %d\"/><string key=\"concept:instance\"" \
			    " value=\"task-%d\"/><string key=\"org:resource\" " \
			    "value=\"R%d\"/><string key=\"concept:name\" " \
			    "value=\"T%02d Step\"/><date key=\"time:timestamp\" " \
			    "value=\"2011-10-%02dT08:26:25.398+02:00\"/>" \
			    "<string key=\"lifecycle:transition\" " \
			    "value=\"complete\"/></event>\n", e, c * 7 + e,
			    (c + e) % 300, e + 2, 11 + e
		print "</trace>"
	}
	print "</log>" }'
}

start_import() {	# in the background, as $pid
	DOSSIER_CONF=$work/dossier.conf "$top_builddir/dossier" import xes \
	    "$work/large.xes" --type permit > "$work/out" 2>&1 &
	pid=$!
}

# Of several teams the one whose managers are named for the type.
store
dossier sql --write "INSERT INTO team (code, name, name_key)
    VALUES ('north', 'North', 'north');
    INSERT INTO scope (type, team) VALUES ('permit', 2)"
dossier import xes "$log" --type permit --dry-run
has 'of several teams one must be named' "$err" \
    'Say with --team whose cases these are: North, South.'
cp "$work/dossier.conf" "$work/plain.conf"
cat >> "$work/dossier.conf" <<'END'
[group readers]
group = readers
role = auditor
types = *
team = South
[group permits]
group = permits
role = manager
types = complaint permit
team = North
END
dossier import xes "$log" --type permit
has 'or one leads the type' "$out" 'for the team North'
mv "$work/plain.conf" "$work/dossier.conf"

# A type that says nothing about logs, without phases and fields.
store
cp -R "$data/casetypes/visit" "$work/visit"
chmod -R u+w "$work/visit"	# a source may be read-only
cp "$top_srcdir"/etc/casetypes/*.rng "$work"
dossier type install "$work/visit"
is 'the least that a type can be is installed' "$out" 'visit, version 1'
dossier sql --write "INSERT INTO scope (type, team) VALUES ('visit', 1)"
dossier import xes "$log" --type visit
has 'and takes a log' "$out" '4 new cases, 5 new events'
is 'its cases are open and in no phase' "$(sql "SELECT status, phase,
    medium, count(*) FROM dossier GROUP BY 1, 2, 3" | tr '\t' ,)" 'open,,import,4'
dossier verify
is 'and their chains are whole' "$rc" 0

# Names as no person has them: blanks, and a thousand letters.
store
long=$(printf '%01000d' 0 | tr 0 x)
sed -e "s/key=\"org:resource\" value=\"ケース\"/key=\"org:resource\" value=\"$long\"/" \
    -e 's/key="responsible" value="[^"]*"/key="responsible" value="  "/' \
    "$log" > "$work/names.xes"
dossier import xes "$work/names.xes" --type permit
has 'names that nobody has stop no import' "$out" '4 new cases'
is 'a long one is cut' "$(sql 'SELECT max(length(name)) FROM person')" 200
is 'one of blanks is nobody' "$(sql "SELECT count(*) FROM dossier
    WHERE lead IS NOT NULL")" 0
dossier import xes "$work/none.xes" --type permit
is 'a file that is not there is refused' "$rc" 1
has 'and named' "$err" "$work/none.xes"

# Killed in the middle, it goes on where it was.
store
many=${TESTS_QUICK:+1000} many=${many:-4000}
generate $many > "$work/large.xes"
start_import
while kill -0 $pid 2> /dev/null &&
    [ "$(sql 'SELECT count(*) FROM import_trace')" = 0 ]; do
	:
done
kill -9 $pid 2> /dev/null
wait $pid 2> /dev/null
got=$(sql 'SELECT count(*) FROM dossier')
is 'what a killed import left is whole dossiers' "$((got >= 200)) $(sql \
    'SELECT sum(events) FROM import_trace')" "1 $(sql "SELECT count(*)
    FROM event WHERE kind = 'activity.done'")"
dossier import xes "$work/large.xes" --type permit
has 'a second one takes the rest' "$out" "$((many - got)) new cases"
is 'nothing is missing or doubled' "$(sql "SELECT count(*),
    (SELECT count(*) FROM event WHERE kind = 'activity.done')
    FROM dossier")" "$many	$((many * 7))"
dossier verify
is 'and every chain is whole' "$rc" 0

# One case of more events than a transaction takes, or two where there is time.
many=${TESTS_QUICK:+4100} many=${many:-9000}
{
	echo '<log><trace><date key="enddate" value="2012-01-01T00:00:00Z"/>'
	awk -v many=$many 'BEGIN { for (i = 0; i < many; i++)
		print "<event><string key=\"concept:name\" value=\"T" \
		    (i % 200 < 100 ? "02" : "08") " x\"/></event>" }'
	echo '</trace></log>'
} > "$work/long.xes"
dossier import xes "$work/long.xes" --type permit
has 'a case of many events comes in' "$out" "1 new cases, $many new events"
is 'and is closed once' "$(sql "SELECT count(*) FROM event e
    JOIN import_trace t ON t.dossier = e.dossier
    WHERE t.log = 'long' AND e.kind = 'dossier.closed'")" 1

# Memory does not grow with the log: its high-water mark, as the kernel has
# it shortly before the end.
if [ -n "${TESTS_QUICK-}" ] || [ ! -r /proc/self/status ] ||
    grep -qs '^#define SANITIZED' "$top_builddir/config.h"; then
	skip 'a log of 90 MB stays under 64 MB of memory' \
	    'it takes a minute, and means nothing under sanitizers'
else
	store
	generate 41000 > "$work/large.xes"
	size=$(wc -c < "$work/large.xes")
	is 'the log has 90 MB' "$((size > 90000000))" 1
	start_import
	high=0 waited=-1
	while kill -0 $pid 2> /dev/null; do
		now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' \
		    /proc/$pid/status 2> /dev/null)
		high=${now:-$high}
		# Staff go on meanwhile.
		[ "$waited" -ge 0 ] || {
			start=$(date +%s)
			dossier sql --write "UPDATE team SET name = 'South'"
			[ $rc = 0 ] && waited=$(($(date +%s) - start))
		}
		sleep 0.1
	done
	wait $pid
	is 'it comes in' "$?" 0
	echo "# high-water mark $high kB"
	is 'memory stays under 64 MB' "$((high > 0 && high < 65536))" 1
	is 'who writes meanwhile waits 3 seconds at most' \
	    "$((waited >= 0 && waited <= 3))" 1
fi
tool_end
