# SPDX-License-Identifier: MIT
# The list as a table: the same rows as all its pages, for each viewer and
# whatever the filters; safe for spreadsheets; on record.
. "$(dirname "$0")/harness.sh"

# A hundred and thirty more cases, by dice whose seed never changes.
sql_write "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL
        SELECT i + 1 FROM n WHERE i < 130)
    INSERT INTO dossier (number, type, type_code, scope, restricted, title,
        title_key, status, phase, verdict, risk, medium, lead, received,
        opened, due, touched)
    SELECT 'C-2026-' || (20000000 + i * 7919 % 9999991), t.id, t.code, s.id,
        CASE WHEN i % 11 = 0 THEN 1 ELSE 0 END, 'Case ' || i,
        'case ' || (i * 31 % 130),
        CASE i % 5 WHEN 0 THEN 'closed' WHEN 1 THEN 'waiting'
            ELSE 'open' END, 'planning', 'accepted', i % 4, 'web',
        CASE WHEN i % 3 = 0 THEN 1 END, $clock - i * 86400 % 700000,
        $clock, $clock + (i * 37 % 90 - 40) * 3600, $clock - i
      FROM n JOIN scope s ON s.id = 1 + i % 2
      JOIN type t ON t.code = s.type" > /dev/null
sql_write "INSERT INTO viewer_grant (viewer, dossier, level, until)
    SELECT 2, id, 2, 253402300799 FROM dossier WHERE id % 7 = 0" > /dev/null
sql_write "INSERT INTO viewer_wall (viewer, dossier)
    SELECT 1, id FROM dossier WHERE id % 13 = 0" > /dev/null
sql_write "UPDATE scope SET total = (SELECT count(*) FROM dossier d
    WHERE d.scope = scope.id)" > /dev/null

# Numbers of the rows of all pages, in their order.
pages() {
	: > "$work/listed"
	next=$1
	while [ -n "$next" ]; do
		get "$next"
		grep -o 'class="whole"[^>]*>[^<]*' "$reply" | sed 's/.*>//' \
		    >> "$work/listed"
		next=$(grep -o 'href="[^"]*">Next page' "$reply" |
		    sed 's/href="//; s/".*//; s/&amp;/\&/g')
	done
}

people='mia ben tom zoe sue'
[ -z "${TESTS_QUICK-}" ] || people='mia ben'
same=0 asked_for=0 rows=0
compare() {	# FILTERS: as the person who is signed in
	pages "/dossiers?$1"
	raw GET "/dossiers.csv?$1"
	sed '1,/^\r*$/d' "$reply" | sed 1d | sed 's/^"\([^"]*\)".*/\1/' \
	    > "$work/exported"
	asked_for=$((asked_for + 1))
	rows=$((rows + $(wc -l < "$work/listed")))
	if cmp -s "$work/listed" "$work/exported"; then
		same=$((same + 1))
	else
		echo "# $now_is$1"
		diff "$work/listed" "$work/exported" | head -5 | sed 's/^/# /'
	fi
}

seed=7
dice() {	# WORD...: adds one of them to $filters, by a fixed seed
	seed=$(((seed * 1103515245 + 12345) % 2147483648))
	shift $((seed / 65536 % $#))
	filters=$filters$1
}

for who in $people; do
	as $who
	for filters in '' status=active 'status=open&sort=title-down' \
	    'owner=none&sort=received' 'type=complaint&status=closed' \
	    team=nowhere; do
		compare "$filters"
	done
	for i in 1 2 3 4 5 6; do
		filters=
		dice status=open status=active status=waiting status=closed \
		    overdue=1 risk=1
		dice '' '&owner=none' '&owner=me' '&phase=planning'
		dice '' '' '&team=north' '&team=south' '&type=complaint' \
		    '&text=case'
		dice '' '&sort=number' '&sort=risk-down' '&sort=title' \
		    '&sort=touched-down' '&sort=due-down'
		compare "$filters"
	done
done
now_is=
is 'lists that equal their tables' $same $asked_for
check "there were rows to compare ($rows)" [ "$rows" -gt 500 ]
as mia
get '/dossiers?risk=2'
is 'exports leave no file behind' "$(ls "$work/documents/incoming")" ''

# cells
sql_write "UPDATE dossier SET title = '=1+1 \"quoted\"' WHERE
    number = 'C-2026-10000061'" > /dev/null
get '/dossiers.csv?status=open&owner=me&columns=number,title,type,risk,due,received,age,labels,medium'
status 200
has 'Content-Type: text/csv'
has "filename*=UTF-8''cases-2026-11-24.csv"
has '"number","title","type","risk","due","received","age","labels","medium"'
has "\"'=1+1 \"\"quoted\"\"\""
check 'moments have their offset' grep -qE '"20[0-9-]{8}T[0-9:]{8}(\+00:00|Z)"' "$reply"
get '/dossiers.csv?type=complaint&columns=number,f.subject,f.amount'
has '"number","f.subject","f.amount","f.amount.currency"'
get '/dossiers.csv?after=x'
status 400

# on record, but where the house wants none
is 'exports on record' "$(sql "SELECT count(*) FROM event
    WHERE topic = 'exports' AND kind = 'list.exported'")" \
    $((asked_for + 2))
sed -i 's/^site_name/log_reads = none\n&/' "$work/dossier.conf"
get '/dossiers.csv?status=open'
status 200
is 'none more' "$(sql "SELECT count(*) FROM event
    WHERE topic = 'exports'")" $((asked_for + 2))
as ada
get /dossiers.csv
status 403

as mia
# A page of a list is light in every language, with titles as people write
# them.
sql_write "UPDATE dossier SET title = 'A title has about as many letters as this',
    requester = 8, lead = 1, due = received" > /dev/null
for lang in en de fr it pt ja; do
	sql_write "UPDATE staff SET language = '$lang'" > /dev/null
	for columns in '' number,title,type,phase,risk,lead,team,due,received
	do
		get "/dossiers?columns=$columns"
		size=$(wc -c < "$reply")
		echo "# $lang $columns: $size bytes"
		is "a page of the list is light in $lang" \
		    "$([ "$size" -lt 50000 ]; echo $?)" 0
	done
done
