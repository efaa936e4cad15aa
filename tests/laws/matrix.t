# SPDX-License-Identifier: MIT
# Every route of every program, asked by everybody: the statuses equal the
# reviewed table tests/data/matrix.txt. A new route needs a row there; after
# a look at each changed line, `sh tests/laws/matrix.t write` makes it anew.
. "$(dirname "$0")/../pages/harness.sh"
table=$top_srcdir/tests/data/matrix.txt
people='nobody eve ada zoe ben sue mia tom'

# The world, and a thing of each kind on its first dossier.
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
post $D/goals/new title='Work ten hours' measure=steps due=2030-02-28 \
    owner=P-10000001
goal=$(sql 'SELECT no FROM goal')
post $D/forms form=interview
form=$(sql 'SELECT no FROM form')
post $D/deadlines/new title='Answer' by=working days=10
deadline=$(sql 'SELECT no FROM deadline')
post $D/promises/new text='An answer' day=2030-01-02 medium=phone
promise=$(sql 'SELECT no FROM promise')
post /handovers/new pick=C-2026-10000061 receiver=P-10000002
handover=$(sql 'SELECT number FROM handover')
post $D/tasks/new title='By rule' team=north priority=normal
post $D/tasks/$(sql "SELECT no FROM task WHERE title = 'By rule'")/assign
assignment=$(sql 'SELECT no FROM assignment')
as ben
post $D/approvals/new subject='Pay it' reason='It is due.'
approval=$(sql 'SELECT no FROM approval')
as ada
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
	    s|documents/{no}|documents/$document|
	    s|protect/{no}|protect/$document|; s/{compartment}/medical/
	    s|approvals/{no}|approvals/$approval|; s/{limit}/$limit/; s/{calendar}/house/
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

# ask METHOD PATH PERSON: the status, in a world that no POST has changed.
ask() {
	[ -z "$changed" ] || {
		rm -f "$work/dossier.db"*
		cp "$work/world.db" "$work/dossier.db"
	}
	changed= notice= session=token-of-$3-$$
	[ "$3" != nobody ] || session=
	if [ "$1" = GET ]; then
		raw GET "$2"
	else
		changed=1
		raw POST "$2" "$work/body.$3" "$body_type"
	fi
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
	    grep -v -e webtest -e clock); do
		"$top_builddir/$program" --routes | cut -f1,2 |
		    while read -r method path; do
			printf '%-4s %-52s' "$method" "$path"
			address=$(concrete "$path")
			for person in $people; do
				ask "$method" "$address" "$person" \
				    > "$work/out"
				printf ' %6s' "$status_now"
			done
			echo
		done
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
