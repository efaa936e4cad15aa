# SPDX-License-Identifier: MIT
# What was done is undone: from the notice, from the history, from the list.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061
E=/dossiers/C-2026-10000102

undo() {	# the address that the page offers
	grep -oE '/undo/A-[0-9]+' "$reply" | head -n 1
}

as mia
get /undo
status 200
has 'Nothing that you did in the last minutes'
post $D/move phase=planning reason='All is known.'
status 303
follow
has 'Moved to the phase'
has '<form class="inline" method="post" action="/undo/A-'
has 'aria-label="Undo: Moved to Planning'
act=$(undo)
get /undo
has 'Moved to Planning from Screening'
has "href=\"$act\""
get "$act"
status 200
has 'What goes back'
hasnt 'What came later'
as ben
get "$act"
status 404
as mia
post "$act"
status 303
is 'goes back to the case' "$(location)" $D
follow
has 'Undone: Moved to Planning from Screening'
hasnt 'All is known.</p></div></li><'
sql "SELECT phase FROM dossier WHERE number = 'C-2026-10000061'" > "$work/phase"
check 'it is in its phase again' grep -q screening "$work/phase"
get "$act"
status 200
has 'This was undone already by Mia Berger'
form_page=$D post "$act"
status 409

# twice the same form: the same answer and the same offer
form_of $D/wait
hidden $D/wait > "$work/fields"
cp "$work/fields" "$work/again"
send $D/wait reason='For the hospital.'
status 303
cp "$work/again" "$work/fields"
send $D/wait reason='For the hospital.'
status 303
follow
has 'action="/undo/A-'
act=$(undo)

# what came later is kept and told
later 60
as ben
post $D/note text='They called back.'
as mia
get "$act"
has 'What came later and stays'
has 'They called back.'

# who built on it is named, and nothing is changed
post $D/resume reason='It answered.'
get "$act"
has 'Work goes on'
has 'Nothing of it can be undone any more'
form_page=$D post "$act"
status 409
has 'somebody built on it. Mia Berger: Work goes on.'

# handed to the wrong team: out of sight, and back
post $D/hand-over team=south lead= reason='They know it better.'
status 303
follow
has 'action="/undo/A-'
act=$(undo)
get $D
status 404
get "$act"
status 200
hasnt 'Broken &lt;ankle&gt;'
post "$act" why='It was the wrong team.'
status 303
get $D
status 200
has 'It was the wrong team.'
has 'Undone: Handed over to team South'

# a quarter of an hour later it stays
post $E/reopen reason='Again.'
follow
act=$(undo)
later 901
get "$act"
status 200
has 'too long ago to be undone'
form_page=/dossiers post "$act"
status 409
get /undo
hasnt "$act"
get /undo/A-00000000
status 404
as ada
get /undo
status 403
