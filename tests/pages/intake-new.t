# SPDX-License-Identifier: MIT
# GET and POST /intake/new: type, requester, matter; nothing typed is lost.
. "$(dirname "$0")/harness.sh"

as ben
get /intake/new
status 200
has 'href="/intake/new?type=complaint"'
hasnt 'type=permit'

get '/intake/new?type=complaint&find=weiss'
status 200
has 'Élodie Weiß'
has 'person=P-20000001'
has '<td class="num" data-label="Cases">1</td>'
get '/intake/new?type=complaint&find=nobody-at-all'
has 'Nobody is registered under'
get '/intake/new?type=nothing'
status 404
get '/intake/new?type=complaint&person=P-99999999'
status 404

form_page='/intake/new?type=complaint&person=P-20000001'
get "$form_page"
status 200
has 'Élodie Weiß'
has 'name="f.subject"'
has 'enctype="multipart/form-data"'
hasnt 'name="f.findings"'
hasnt 'name="family"'

printf 'a letter' > "$work/letter.txt"
# she has an open complaint: is it that one?
post /intake/new medium=letter f.subject=billing 'title=They keep <my> deposit' \
    files=@"$work/letter.txt" then=show
status 422
has 'href="#matter"'
has 'Add to C-2026-10000061'
has 'same requester'
has 'This is another matter'
has 'Files already here'
has 'letter.txt'
hasnt 'C-2026-10000087'
post /intake/new matter=new medium=letter received=2026-11-20T09:15 f.subject=billing \
    'title=They keep <my> deposit' 'text=It is 3 weeks.' \
    files=@"$work/letter.txt" then=show
status 303
number=$(location | sed 's|.*/||')
follow
status 200
has 'They keep &lt;my&gt; deposit'
has 'It is 3 weeks.'
has 'letter.txt'
has 'Élodie Weiß'
has "$number is registered."
is 'the arrival is the true one' \
    "$(sql "SELECT received FROM dossier WHERE number = '$number'")" 1795162500

# A mistake keeps every field and names the wrong one.
post /intake/new medium=letter received=2027-01-01T09:15 \
    'title=Tomorrow' 'text=kept text'
status 422
has 'kept text'
has 'value="Tomorrow"'
has 'href="#received"'
has '<a href="#f.subject"><b>Subject</b>: '
post /intake/new medium=letter received=0026-11-01T09:15 title=Years
status 422
has 'href="#received"'
post /intake/new 'title=' 'text=still here'
status 422
has '<a href="#title"><b>Title</b>: '
has 'still here'
has 'href="#title"'
# one row more of what is asked: nothing is saved, files are chosen again
echo small > "$work/letter"
post /intake/new more=bought title= medium= f.item.1=Kettle files=@"$work/letter"
status 200
has 'value="Kettle"'
has 'name="f.item.2"'
has 'Files already here'
hasnt 'role="alert"'
post /intake/new 'title=x' medium=pigeon
status 400
# files that are too much lose no word, whether before or after it
head -c 210000 /dev/zero > "$work/big"
post /intake/new files=@"$work/big" title='A big one' 'text=all these words'
status 413
has 'at most'
has 'value="A big one"'
has 'all these words'
is 'none of it stays' \
    "$(find "$work/documents/incoming" -type f -size +100k)" ''
: > "$work/few"
post /intake/new text='four words of mine' files=@"$work/few" \
    files=@"$work/few" files=@"$work/few" files=@"$work/few"
status 413
has 'four words of mine'
later 3600
send /intake/new text='after the end' files=@"$work/big"
status 401
has 'after the end'
as ben

# Somebody new; and somebody who is there already.
form_page='/intake/new?type=complaint&who=person'
post /intake/new medium=letter f.subject=billing title=Nameless
has '<a href="#family"><b>Family name</b>: '
post /intake/new f.subject=product medium=phone 'title=New one' given=Nora family=Neu \
    phone='+49 30 1'
status 303
is 'Nora is registered once' \
    "$(sql "SELECT count(*) FROM person WHERE family = 'Neu'")" 1
post /intake/new f.subject=product medium=phone 'title=Again' given=Nora family=Neu
status 422
has 'This is somebody else'
has 'Registered already, and perhaps the same'
post /intake/new f.subject=product medium=phone 'title=Again' given=Nora family=Neu same=new
status 303
is 'two by that name' \
    "$(sql "SELECT count(*) FROM person WHERE family = 'Neu'")" 2
# It is one of them: what was typed and is not known of her is told.
nora=$(sql "SELECT number FROM person WHERE family = 'Neu' ORDER BY id" |
    head -n 1)
post /intake/new f.subject=product medium=phone 'title=Third one' given=Nora \
    family=Neue email=nora@example.org same="$nora" matter=new
status 303
follow
has "href=\"/people/$nora\""
has 'E-mail: nora@example.org'
has 'Family name: Neue'
hasnt 'Given name: '
post /intake/new f.subject=product medium=phone 'title=Fourth' family=Neue \
    same=P-99999999 matter=new
status 404
form_page='/intake/new?type=complaint&who=unknown'
post /intake/new f.subject=other medium=web 'title=Nameless' then=new
status 303
is 'goes on with another' "$(location)" \
    '/intake/new?type=complaint&medium=web&team=north'
next=$(location)
get "$next"
has 'name="medium" id="medium" value="web"'
get "$next&who=unknown"
has '<option selected value="web">'

# Not what our page makes.
post /intake/new medium=web 'title=x' team=south
status 422
post /intake/new medium=web 'title=x' f.nothing=1
status 400
post /intake/new medium=web 'title=x' colour=red
status 400
post /intake/new medium=web 'title=x' csrf=stale
status 403
is 'nothing of these was written' \
    "$(sql "SELECT count(*) FROM dossier WHERE title = 'x'")" 0

# A type that tells a date with the receipt.
mkdir "$work/complaint"
cp "$top_srcdir"/etc/casetypes/complaint/* "$work/complaint/"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/"
chmod u+w "$work/complaint/type.xml"
sed -i 's/\("asked_again"\) start="phase:followup"/\1 start="received" promise="yes"/' \
    "$work/complaint/type.xml"
check 'the type is installed' "$top_builddir/dossier" type install \
    --conf "$work/dossier.conf" "$work/complaint"
form_page='/intake/new?type=complaint&who=unknown'
get "$form_page"
post /intake/new medium=phone f.subject=other 'title=When will you answer?'
status 303
number=$(location | sed 's|.*/||')
follow
has "$number is registered. Promised: Ask whether the remedy helped, until "
is 'it is kept as a promise' "$(sql "SELECT count(*) FROM promise p
    JOIN dossier d ON d.id = p.dossier WHERE d.number = '$number'
     AND p.medium = 'phone' AND p.state = 'open'")" 1

as zoe
get /intake/new
status 403
