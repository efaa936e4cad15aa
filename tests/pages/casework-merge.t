# SPDX-License-Identifier: MIT
# A duplicate joins the case that stays, a second matter gets its own, and
# both are undone; what was where is found by its old address.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061	# stays
E=/dossiers/C-2026-10000079	# in the tray
R=/dossiers/C-2026-10000087	# restricted: mia alone
printf 'Invoice 17\n' > "$work/invoice.txt"

undo() {	# the address that the notice offers
	grep -oE 'action="/undo/A-[0-9]+' "$reply" | head -n 1 | cut -d'"' -f2
}

as mia
post $E/note text='The parcel was blue.'
post $E/documents files=@"$work/invoice.txt"
status 303
file=$(sql "SELECT no FROM document" | tail -n 1 | tr -dc 0-9)
get $E
has 'Merge into another case'
get $E/merge
status 200
has 'Find the case that stays'
get "$E/merge?find=C-2026-10000061"
has 'Broken &lt;ankle&gt;'
has 'Look at both'

# what happens is told before anything does
get "$E/merge?other=C-2026-10000061"
status 200
has '1 note'
has '1 document'
has 'Nobody gains sight of anything.'
has 'Possible for 15 minutes'
get "$E/merge?other=P-2026-10000095"
status 422
has 'There is no such case, or it is not for you.'
get "$E/merge?other=C-2026-10000079"
status 422
has 'This is the case itself'
get "$E/merge?other=C-2026-10000102"
status 422
has 'That case is closed'
get "$D/merge?other=C-2026-10000079"
status 422
has 'That case waits for screening'
form_page="$E/merge?other=C-2026-10000061" post $E/merge other=C-2026-10000061 reason=
status 422
has 'What happens'
form_page="$E/merge?other=C-2026-10000061" post $E/merge other=C-2026-10000061 reason='The same parcel.'
status 303
is 'goes to the case that stays' "$(location)" $D
follow
has 'C-2026-10000079 was merged into this case.'
has 'The parcel was blue.'
has 'invoice.txt'
has 'Took over C-2026-10000079'
has 'href="/dossiers/C-2026-10000079/history">The history there'
act=$(undo)

# the old page tells where it all is, old addresses lead there
get $E
has 'This case was merged into'
has 'Closed: Merged into another case'
hasnt "$E/documents/$file"
get $E/history
has 'The parcel was blue.'
has 'Merged into C-2026-10000061'
get "$E/documents/$file"
status 303
new=$(location)
is 'leads to the new place' "${new%/*}" $D/documents
get "$new"
status 200
has 'Invoice 17'
get "$E/documents/$file/about"
status 303
is 'and its page too' "$(location)" "$new/about"
get "$E/documents/99"
status 404
form_page=$E/reopen post $E/reopen reason='Again.'
status 409
has 'This case was merged into C-2026-10000061. Undo the merge'
get '/find?text=C-2026-10000079'
has 'C-2026-10000061'
has 'C-2026-10000079'

# each side gets its own back; what came later stays
post $D/note text='Found in the cellar.'
get "$act"
status 200
has 'Found in the cellar.'
form_page=$D post "$act"
status 303
get $E
has 'The parcel was blue.'
has 'Not screened yet'
hasnt 'Found in the cellar.'
get $D
has 'Found in the cellar.'
has 'Undone: Took over C-2026-10000079'
get "$E/documents/$file"
status 200
has 'Invoice 17'
get "$new"
status 303
is 'the new address leads back' "$(location)" "$E/documents/$file"

# a restricted one: only who manages both, and it says who will see it
get "$R/merge?other=C-2026-10000061"
status 200
has 'This case is restricted and the other one is not'
has 'Ben Okafor'
has 'Sue Park'
form_page="$R/merge?other=C-2026-10000061" post $R/merge other=C-2026-10000061 reason='One matter.'
status 303
as ben
get $D
has 'Took over another case'
hasnt 'C-2026-10000087'
get $D/history.csv
hasnt 'C-2026-10000087'
get $D/merge
status 403
get $D/split
status 403

# split: chosen things go, persons are on both
as mia
get $D/split
status 200
has 'Found in the cellar.'
has 'Élodie Weiß'
note=$(sql "SELECT n.no FROM note n JOIN dossier d ON d.id = n.dossier
    WHERE d.number = 'C-2026-10000061'" | tail -n 1 | tr -dc 0-9)
party=$(sql "SELECT y.no FROM party y JOIN dossier d ON d.id = y.dossier
    WHERE d.number = 'C-2026-10000061' AND y.role = 'requester'" |
    tail -n 1 | tr -dc 0-9)
post $D/split title='The cellar' place=complaint/north lead= reason='Another matter.'
status 422
has 'Choose what goes to the new case.'
has 'value="The cellar"'
post $D/split title='The cellar' place=permit/south lead= "t.$note=1" reason=x
status 422
has 'Choose a type and team that you work in.'
post $D/split title='The cellar' place=complaint/north lead= "t.99=1" reason=x
status 409
post $D/split title='The cellar' place=complaint/north lead= "t.$note=1" "t.0$note=1" \
    "p.$party=1" "p.0$party=1" reason='Another matter.'
status 303
N=$(location)
follow
act=$(undo)
has 'The cellar'
has 'Found in the cellar.'
has 'Élodie Weiß'
has 'Split from C-2026-10000061'
has 'Split from'
is 'nobody is there twice' "$(sql "SELECT count(*) FROM party y
    JOIN dossier d ON d.id = y.dossier WHERE d.title = 'The cellar'")" 1
get $D
has 'Split off as C-2026'
has 'Élodie Weiß'
form_page=$N post "$act"
status 303
get $N
has 'Closed: Split undone'
hasnt 'Found in the cellar.</p>'
get $D
has 'Undone: Split off as C-2026'
hasnt 'Split into'
sql "SELECT count(*) AS n FROM note n JOIN dossier d ON d.id = n.dossier
    WHERE d.number = 'C-2026-10000061'" > "$work/notes"
check 'the note is back' grep -q 1 "$work/notes"
