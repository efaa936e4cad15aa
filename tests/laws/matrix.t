# SPDX-License-Identifier: MIT
# Every route of every program, asked by everybody: the statuses equal the
# reviewed table tests/data/matrix.txt. A new route needs a row there; after
# a look at each changed line, `sh tests/laws/matrix.t write` makes it anew.
# The programs serve FastCGI for it, so their clock runs; as root they do not.
if [ "$(id -u)" = 0 ] && [ -z "${TESTS_QUICK-}" ]; then
	echo 'Bail out! The programs do not serve as root: ask as another user.'
	exit 99
fi
. "$(dirname "$0")/../pages/harness.sh"
table=$top_srcdir/tests/data/matrix.txt
people='nobody eve ada zoe ben sue mia tom'

# The world, and a thing of each kind on its first dossier.
clock=$(date +%s) far=$(($(date +%Y) + 3))
D=/dossiers/C-2026-10000061
as mia
printf 'a letter' > "$work/letter.txt"
post $D/tasks/new title='Ask for the X-ray' team=north priority=normal
task=$(sql 'SELECT no FROM task')
post /intake/unfiled/new title='A letter' team=north medium=letter
arrival=$(sql 'SELECT number FROM arrival')
post $D/documents files=@"$work/letter.txt"
document=$(sql 'SELECT no FROM document')
post $D/change title='Too late' f.subject=billing f.fault=ours \
    f.amount='50 EUR'
post $D/decisions/compensation
decision=$(sql "SELECT no FROM decision WHERE code = 'compensation'")
post $D/goals/new title='Work ten hours' measure=steps due=$far-02-28 \
    owner=P-10000001
goal=$(sql 'SELECT no FROM goal')
post $D/forms form=interview
form=$(sql 'SELECT no FROM form')
post $D/deadlines/new title='Answer' by=working days=10
deadline=$(sql 'SELECT no FROM deadline')
post $D/promises/new text='An answer' day=$far-01-02 medium=phone
promise=$(sql 'SELECT no FROM promise')
# complaints are matters of lawyers, too, and cases of patients, which mia nurses
sql_write "UPDATE type SET source = replace(source, '</type>',
    '<views><view code=\"legal\"/><view code=\"medical\"/></views></type>')" > /dev/null
sql_write "INSERT INTO viewer_compartment (viewer, compartment, until, given)
    SELECT f.person, c.id, 253402300799, 1 FROM staff f, compartment c
     WHERE f.login = 'mia' AND c.code = 'medical'" > /dev/null
books
post $D/costs/time text=Work duration=60 code=drafting
booking=$(sql 'SELECT no FROM booking')
post /legal/C-2026-10000061/proceedings/new court='Commercial Court'
proceeding=$(sql 'SELECT no FROM proceeding')
post /medical/C-2026-10000061/plan/new title='At home'
careplan=$(sql 'SELECT no FROM careplan')
post /medical/C-2026-10000061/services/new title=Visit every=P1W times=1 \
    begins=$far-01-02
service=$(sql 'SELECT no FROM service')
sql_write "INSERT INTO careplan_edition (careplan, edition, how, day, kept)
    SELECT id, 1, 'agreed', '2026-11-24', 1 FROM careplan" > /dev/null
post /legal/C-2026-10000061/offers/new maker=0 way=letter terms='As it is'
offer=$(sql 'SELECT no FROM offer')
P=/medical/C-2026-10000061
post $P/medications/new words=Ramipril status=active told_by='The patient'
medication=$(sql 'SELECT no FROM medication')
post $P/notes/new kind=progress day="$(date +%F)" text='Well'
note=$(sql 'SELECT no FROM note_draft')
post $P/notes/drafts/$note/sign
post $P/notes/new kind=progress day="$(date +%F)" text='Better'
draft=$(sql 'SELECT no FROM note_draft')
post $D/shares/new name=Anna purpose=Opinion until="$(date -d '+9 days' +%F)" \
    part.stage=1
share=$(sql 'SELECT no FROM share')
sql_write "UPDATE type SET source = replace(source, '<views>',
    '<consent/><views>')" > /dev/null
post $D/consents/new what.all=1 class.treating=1 purpose.treatment=1 \
    until=$far-01-02 state=prepared
consent=$(sql 'SELECT no FROM consent')
post /medical/providers/new person=P-20000001 services=Care accepts=1
post /medical/C-2026-10000061/strengths/new words='Cooks well'
strength=$(sql 'SELECT no FROM strength')
post /medical/C-2026-10000061/referrals/new provider=P-20000001 \
    service=Care purpose='At home' send=1
referral=$(sql 'SELECT no FROM referral')
post /legal/C-2026-10000061/bundles/new title='Exhibits' o.$document=1
bundle=$(sql 'SELECT no FROM bundle')
post /medical/C-2026-10000061/releases/new asker=court name=Court way=letter \
    purpose=16 what.512=1 asked='The letters'
release=$(sql 'SELECT no FROM disclosure_request')
post /medical/C-2026-10000061/disclosures/new receiver=Court way=post \
    purpose=16 what.512=1 words='The letters' ground=court ground_why=Order
account=$(sql 'SELECT no FROM disclosure')
post /handovers/new pick=C-2026-10000061 receiver=P-10000002
handover=$(sql 'SELECT number FROM handover')
post $D/tasks/new title='By rule' team=north priority=normal
post $D/tasks/$(sql "SELECT no FROM task WHERE title = 'By rule'")/assign
assignment=$(sql 'SELECT no FROM assignment')
as ben
post $D/approvals/new subject='Pay it' reason='It is due.'
approval=$(sql 'SELECT no FROM approval')
as ada
"$top_builddir/dossier" court install --conf "$work/dossier.conf" \
    "$top_srcdir/etc/courts/de_zpo.xml" > /dev/null
post /admin/authority/new person=ben amount='9 EUR' reason='So it is.'
limit=$(sql 'SELECT number FROM authority')
case "$task $document $decision" in [0-9]*\ [0-9]*\ [0-9]*) ;; *)
	echo "Bail out! the world is not complete:" \
	    "$task, $document, $decision"
	exit 99 ;;
esac

# All are signed in, and a POST of each carries nothing but its token.
for person in $people; do
	as "$person"
	: > "$work/fields"
	if [ -n "$session" ]; then
		raw GET /signon/me
		hidden /signon/out > "$work/fields"
	fi
	compose
	mv "$work/body" "$work/body.$person"
done
cp "$work/dossier.db" "$work/world.db"

# The address of a route, on things that the world has.
concrete() {
	printf %s "$1" | sed "s|tasks/{no}|tasks/$task|
	    s|assignments/{no}|assignments/$assignment|
	    s|goals/{no}|goals/$goal|
	    s|forms/{no}|forms/$form|
	    s|deadlines/{no}|deadlines/$deadline|
	    s|sheets/{no}|sheets/1|; s/{handover}/$handover/
	    s|promises/{no}|promises/$promise|
	    s|costs/{no}|costs/$booking|
	    s|offers/{no}|offers/$offer|
	    s|plan/{no}/{edition}|plan/$careplan/1|
	    s|services/{no}|services/$service|
	    s|{facts}/{no}|medications/$medication|; s/{facts}/medications/
	    s|drafts/{no}|drafts/$draft|; s|notes/{no}|notes/$note|
	    s|proceedings/{no}|proceedings/$proceeding|
	    s|shares/{no}|shares/$share|
	    s|releases/{no}|releases/$release|
	    s|disclosures/{no}|disclosures/$account|
	    s|consents/{no}|consents/$consent|
	    s|bundles/{no}|bundles/$bundle|
	    s|strengths/{no}|strengths/$strength|
	    s|referrals/{no}|referrals/$referral|
	    s|documents/{no}|documents/$document|
	    s|correspondence/{no}|correspondence/$document|
	    s|protect/{no}|protect/$document|; s|release/{no}|release/$document|; s/{compartment}/medical/
	    s|approvals/{no}|approvals/$approval|; s/{limit}/$limit/; s/{calendar}/house/; s/{court}/de_zpo/
	    s|decisions/{no}|decisions/$decision|; s/{no}/2/
	    s/{decision}/compensation/
	    s|/admin/staff/{person}|/admin/staff/P-10000002|
	    s/{type}/complaint/; s/{team}/north/
	    s/{form}/interview/; s/{part}/form/" |
	    sed 's/{number}/C-2026-10000061/
	    s/{person}/P-20000001/; s/{arrival}/'"$arrival"'/
	    s/{[a-z]*}/one/g'
}

# $TESTS_QUICK only looks whether each route has its row.
[ -z "${TESTS_QUICK-}" ] || people=

# Each route, its address and who asks: a number and one request a line.
requests() {	# PROGRAM
	"$top_builddir/$1" --routes | cut -f1,2 | while read -r method path; do
		address=$(concrete "$path")
		for person in $people; do
			cookie=none body=
			[ "$person" = nobody ] ||
			    cookie=dossier=token-of-$person-$$
			[ "$method" = GET ] || body=$(cat "$work/body.$person")
			echo "$method $address $cookie $body"
		done
	done | nl -w1 -s' '
}

anew() {	# the world as it was
	rm -f "$work/dossier.db"*
	cp "$work/world.db" "$work/dossier.db"
}

# What the table says that it changes the world is asked alone (CGI); the
# others one program answers. One that changes it nevertheless ends a round.
changing() {	# PROGRAM: the numbers of those requests
	"$top_builddir/$1" --routes | cut -f1,2 | tr '\t' ' ' |
	    awk -v people="$people" '
		BEGIN { n = split(people, who, " ") }
		FILENAME != "-" {
			for (i = 3; i <= NF; i++)
				row[$1 " " $2, i - 2] = $i
			next
		}
		{
			for (i = 1; i <= n; i++)
				if ($1 == "POST" && row[$0, i] ~ /^[23]/)
					print (FNR - 1) * n + i
		}' "$table" -
}

alone() {
	while read -r number method address cookie body; do
		anew
		printf %s "$body" > "$work/body"
		session=${cookie#dossier=}
		raw "$method" "$address" "$work/body" "$body_type" >&2
		echo "$number $status_now"
	done
}

together() {	# PROGRAM
	while [ -s "$work/todo" ]; do
		anew
		rm -f "$work/sock"
		"$top_builddir/$1" --conf "$work/dossier.conf" \
		    --socket "$work/sock" --workers 1 2>> "$work/stderr" &
		master=$!
		cut -d' ' -f2- "$work/todo" |
		    "$top_builddir/faultload" "$work/sock" list > "$work/got"
		kill $master
		wait $master
		n=$(wc -l < "$work/got")
		[ "$n" -gt 0 ] || return
		head -n "$n" "$work/todo" | cut -d' ' -f1 |
		    paste -d' ' - "$work/got"
		sed -i "1,${n}d" "$work/todo"
	done
}

# answers PROGRAM: the status of each request.
answers() {
	requests "$1" > "$work/all"
	changing "$1" > "$work/numbers"
	awk 'FILENAME != "-" { apart[$1] = 1; next } apart[$1]' \
	    "$work/numbers" - < "$work/all" > "$work/apart"
	awk 'FILENAME != "-" { apart[$1] = 1; next } !apart[$1]' \
	    "$work/numbers" - < "$work/all" > "$work/todo"
	{
		alone < "$work/apart"
		together "$1"
	} | sort -n | cut -d' ' -f2
}

{
	echo '# What each person gets at each route: see tests/laws/matrix.t.'
	echo '# nobody: not signed in; eve: no role; ada: administrator;'
	echo '# zoe: auditor of all; ben: clerk, sue: screener, mia: manager,'
	echo '# all of the team that has the dossier; tom: manager elsewhere.'
	# shellcheck disable=SC2086
	printf '%-4s %-52s' '#' route
	printf ' %6s' $people
	echo
	for program in $(cd "$top_builddir" && ls | grep '^dossier-[a-z]*$' |
	    grep -v -e webtest -e clock -e paper -e plain); do
		answers "$program" > "$work/statuses"
		"$top_builddir/$program" --routes | cut -f1,2 |
		    while read -r method path; do
			printf '%-4s %-52s' "$method" "$path"
			for person in $people; do
				read -r status <&3
				printf ' %6s' "$status"
			done
			echo
		done 3< "$work/statuses"
	done
} > "$work/matrix"
now_is=
if [ "${1-}" = write ]; then
	cp "$work/matrix" "$table"
	exit 0
fi
cp "$work/matrix" "$reply"
: > "$work/stderr"
grep -v '^#' "$work/matrix" | while read -r method path rest; do
	grep -qF "$method $path " "$table" || grep -q "^$method *$path " \
	    "$table" || echo "$method $path"
done > "$work/new"
is 'routes without a reviewed row' "$(tr '\n' ' ' < "$work/new")" ''
[ -z "${TESTS_QUICK-}" ] || exit 0
diff "$table" "$work/matrix" > "$work/differ"
cp "$work/differ" "$reply"
is 'statuses that differ from the reviewed ones' \
    "$(grep -c '^>' "$work/differ")" 0
