# SPDX-License-Identifier: MIT
# The unfiled tray: logged, owned, given, filed, registered, put away.
. "$(dirname "$0")/harness.sh"
U=/intake/unfiled

as ben
get $U
status 200
has 'Nothing waits to be filed.'
get $U/new
status 200
has 'enctype="multipart/form-data"'
printf 'scanned' > "$work/scan.txt"
printf 'photo' > "$work/photo.txt"
post $U/new title= sender=Nordwind medium=letter files=@"$work/scan.txt"
status 422
has 'href="#title"'
has 'Files already here'
post $U/new title='Letter of <Nordwind>' sender=Nordwind medium=letter \
    received=2026-11-20T09:15 files=@"$work/scan.txt" photos=@"$work/photo.txt"
status 303
one=$(location)
follow
has 'Letter of &lt;Nordwind&gt;'
has 'scan.txt'
has 'data-label="Size">7'
has 'Nobody yet'
has 'Waits too long'
get "$(grep -o "$one/files/[0-9]*" "$reply" | head -n 1)"
status 200
has 'scanned'
post $U/new title='A parcel' medium=counter mine=1 received=2026-11-24T09:15
status 303
two=$(location)
get $U
has 'Letter of &lt;Nordwind&gt;'
has 'too long'
has 'A parcel'
is 'the oldest is first' "$(grep -o 'class="whole"[^<]*' "$reply" |
    head -n 1 | sed 's/.*>//')" 'Letter of &lt;Nordwind&gt;'
get "$U?list=mine"
has 'A parcel'
hasnt 'Letter of'
get "$U?list=nobody&team=north"
has 'Letter of'
hasnt 'A parcel'
get "$U?team=south"
status 422

post $one/take
status 303
follow
has 'You look after this now.'
post $one/give owner=P-10000004
status 422
post $one/give owner=
status 303
follow
has 'Nobody looks after this now.'
post $one/give owner=P-10000002
status 303

# Other teams see nothing of it, nor of its files.
sql_write "UPDATE staff SET rights = 255 WHERE login IN ('tom', 'zoe')" >/dev/null
as tom
get $one
status 404
get $one/files/1
status 404
is 'who read it is remembered' "$(sql "SELECT count(*) FROM event
    WHERE topic = 'arrivals' AND kind = 'document.sent'")" 1
get $U
hasnt 'Letter of'
form_page=$U post $one/take
status 404
as zoe
get $one
status 404

# Filed on a case: found by the sender, the documents move.
as ben
get "$one?find=10000061"
status 200
get "$one?find=C-2026-10000061"
has 'value="C-2026-10000061"'
form_page="$one?find=C-2026-10000061"
post $one/file dossier=
status 422
post $one/file dossier=C-2026-10000087
status 422
has 'a case that you work on'
post $one/file dossier=C-2026-10000061
status 303
follow
has 'is filed on C-2026-10000061.'
hasnt 'class="whole" href="'$one
get /dossiers/C-2026-10000061/documents
has 'scan.txt'
has 'photo.txt'
get /dossiers/C-2026-10000061/history
has 'filed from the tray'
get $one
has 'href="/dossiers/C-2026-10000061"'
hasnt 'File it there'
get $one/files/1
status 404
send $one/file dossier=C-2026-10000061 form_key=another
status 409

# Registered as a request of its own.
form_page=$U/new
post $U/new title='Complaint by letter' sender=elodie medium=letter \
    received=2026-11-23T09:15 files=@"$work/scan.txt"
three=$(location)
get "/intake/new?arrival=${three##*/}"
has "type=complaint&amp;arrival=${three##*/}"
get "/intake/new?type=complaint&arrival=${three##*/}"
has 'Élodie Weiß'
form_page="/intake/new?type=complaint&person=P-20000001&arrival=${three##*/}"
get "$form_page"
has 'value="Complaint by letter"'
has 'value="2026-11-23T09:15"'
has 'scan.txt'
post /intake/new f.subject=other matter=new medium=letter \
    title='Complaint by letter' received=2026-11-23T09:15
status 303
number=$(location | sed 's|.*/||')
follow
has 'scan.txt'
get $three
has "$number"
is 'the arrival of the letter' "$(sql "SELECT received FROM dossier
    WHERE number = '$number'")" 1795421700

# Put away with a reason, and taken back.
form_page=$two
post $two/away reason=
status 422
has 'Fill this in'
post $two/away reason='It is <advertising>.'
status 303
follow
has 'is put away.'
get $U
hasnt 'A parcel'
get "$U?list=away"
has 'A parcel'
has 'It is &lt;advertising&gt;.'
get $two
has 'Take it back'
post $two/away reason='Twice.' form_key=once
status 409
post $two/back
status 303
get $U
has 'A parcel'

as eve
get $U
status 403
