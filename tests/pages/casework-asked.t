# SPDX-License-Identifier: MIT
# Steps of a plan that ask another system, or open another case: how they
# stand on their pages, when they fail, and what people do then.
. "$(dirname "$0")/../nobody.sh"
. "$top_srcdir/tests/pages/harness.sh"
mkdir -p "$work/types/watch"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
cp "$top_srcdir/tests/data/casetypes/watch/"* "$work/types/watch"
"$top_builddir/dossier" type install --conf "$work/dossier.conf" \
    "$work/types/watch" > "$work/out" 2>&1 || sed 's/^/# /' "$work/out"
sql_write "INSERT INTO scope (type, team) SELECT 'watch', id FROM team
    WHERE code = 'north'; INSERT INTO viewer_scope (viewer, scope, level)
    SELECT s.person, o.id, 5 FROM staff s, scope o
     WHERE s.login = 'mia' AND o.type = 'watch'" > "$work/out"

"$top_builddir/hookpeer" "$work/port" "$work/heard" &
peer=$!
at_end="kill $peer"
for _ in 1 2 3 4 5 6 7 8 9 10; do
	[ -s "$work/port" ] || sleep 0.2
done
answers() {	# STATUS
	sed -i '/^\[webhook/,$d' "$work/dossier.conf"
	printf '[webhook erp]\nurl = http://127.0.0.1:%s/say/%s\n' \
	    "$(cat "$work/port")" "$1" >> "$work/dossier.conf"
}
clock_runs() {	# SECONDS later
	later "$1"
	DOSSIER_NOW=$clock "$top_builddir/dossier-clock" \
	    --conf "$work/dossier.conf" --job plan 2>> "$work/log"
	as mia
}
step() {	# USE: its address
	echo "/dossiers/$number/plan/$(sql "SELECT max(i.no) FROM plan_item i
	    JOIN dossier d ON d.id = i.dossier WHERE d.number = '$number'
	    AND i.used = '$1'")"
}

as mia
form_page='/intake/new?type=watch&person=P-20000001' \
    post /intake/new medium=letter title='Keep an eye on it' \
    matter=new then=show
status 303
number=$(location | sed 's|.*/||')
sql_write "UPDATE dossier SET verdict = 'accepted'" > "$work/out"

# Another system says no; somebody begins it again.
answers 404
get "$(step ask)"
status 200
post "$(step ask)/start"
status 303
get "$(step ask)"
has 'Asked'
has 'next '
clock_runs 90
get "$(step ask)"
has 'answered with the status 404.'
has 'failed'
answers 200
post "$(step ask)/again"
status 303
clock_runs 90
get "$(step ask)"
has 'answered <time'
has '“Ask the register” was answered'

# A further case is opened, and ends the step with its own end.
post "$(step call)/start"
status 303
get "$(step call)"
has 'opened '
clock_runs 90
get "$(step call)"
has 'A further watch'
other=$(grep -o 'href="/dossiers/W-[0-9-]*"' "$reply" | grep -v "$number" |
    head -n 1 | cut -d'"' -f2)
get "$other"
status 200
has 'Part of'
has 'Opened by the plan of another case'
post "$other/close" outcome=solved reason='Seen.'
clock_runs 60
get "$(step call)"
has '“A further watch” done, for its case is closed'
as ada
get /admin/types
hasnt 'Webhook'
