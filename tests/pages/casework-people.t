# SPDX-License-Identifier: MIT
# People of a dossier, and the register of people.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# The first link of the page to a numbered thing below this address.
link() {
	grep -oE "href=\"$1[0-9]+[^\"]*\"" "$reply" | head -n 1 | cut -d'"' -f2
}

as mia
get $D/people
status 200
has 'Élodie Weiß'
get "$D/people?find=nordwind"
has 'Nordwind GmbH'
post $D/people find=nordwind person=P-20000002 role=
status 422
has 'Nordwind GmbH'
post $D/people find=nordwind person=P-20000002 role=respondent
status 303
get $D
has 'href="/people/P-20000002"'
get $D/people
end=$(link "$D/people/")
get $end
status 200
post $end why='Not theirs.'
status 303
get $D/people/new
status 200
post $D/people/new kind=person given=Petra family=Hahn email=hahn@example.org role=expert
status 303
get $D
has 'Petra Hahn'
# the same again is asked back, and everything typed is kept
post $D/people/new kind=person given=Petra family=Hahn role=expert
status 422
has 'Is it one of these?'
has 'value="Hahn"'
post $D/people/new kind=person given=Petra family=Hahn role=witness sure=1
status 303

get /people
status 200
get '/people?text=weiss'
has 'Élodie Weiß'
get /people/new
status 200
post /people/new kind=organisation name='Südwind AG' phone='+49 30 1234'
status 303
get /people/P-20000001
status 200
has 'C-2026-10000061'
# nearly the same name, and a customer number that finds its owner
post /people/new kind=organisation name='Südwid AG'
status 422
has 'similar name'
has 'value="Südwid AG"'
post /people/new kind=organisation name='Westwind AG' i.0.kind='Customer number' \
    i.0.value='K 47-11' i.1.kind='' i.1.value='77' a.0.kind=billing \
    a.0.text='Postfach 12'
status 422
has 'href="#i.1.kind"'
has 'value="K 47-11"'
has 'Postfach 12'
post /people/new kind=organisation name='Westwind AG' i.0.kind='Customer number' \
    i.0.value='K 47-11' a.0.kind=billing a.0.text='Postfach 12'
status 303
follow
has 'Billing address'
has 'Postfach 12'
has 'K 47-11'
get '/people?text=k4711'
has 'Westwind AG'
get '/find?text=K4711'
has 'Westwind AG'
# two records of one organisation
west=$(sql "SELECT number FROM person WHERE name = 'Westwind AG'")
post /people/new kind=organisation name='Westwind Aktiengesellschaft'
status 303
other=$(location | sed 's|.*/||')
get "/people/$west"
has "/people/$west/merge"
get "/people/$west/merge"
has 'Nobody registered is nearly the same.'
form_page="/people/$west/merge?find=westwind"
get "$form_page"
status 200
has "value=\"$other\""
hasnt "value=\"$west\""
post "/people/$west/merge" other="$other" why=
status 422
has 'href="#why"'
post "/people/$west/merge" other="$other" why='The long name of the same.'
status 303
follow
has 'Westwind AG is one record now.'
get "/people/$other"
status 200
has 'K 47-11'
form_page=
post /people/new kind=organisation name='Quite another' i.0.kind=Card i.0.value=k4711
status 422
has 'same identifier'
get /people/P-20000001/change
status 200
post /people/P-20000001/change kind=person given=Élodie family=Weiß phone='030 555'
status 303
post /people/P-20000001/change version=1 was= kind=person given=Elodie family=Weiss
status 409
has 'Somebody else saved this meanwhile'
has 'Saved meanwhile, and kept: Phone'
# data of staff come from the directory
get /people/P-10000002/change
status 403
get /people/P-99999999
status 404
as ada
get /people
status 403

# who only reads is offered no writing
as zoe
get /people
status 200
hasnt 'href="/people/new"'
get '/people?text=nobodyatall'
status 200
has 'Nobody was found'
hasnt 'href="/people/new"'
get /people/P-20000001
status 200
hasnt '/people/P-20000001/change'
as mia
get /people/P-20000001
has '/people/P-20000001/change'

# who asks may change: lists name who still does
requester() {
	sql "SELECT p.number FROM dossier d JOIN person p
	    ON p.id = d.requester WHERE d.number = 'C-2026-10000061'"
}
asks() {	# the number of the thing, of the last who asks
	sql "SELECT max(no) FROM party WHERE dossier = 1
	    AND role = 'requester' AND ended IS NULL"
}
post $D/people find=elodie person=P-20000001 role=requester
status 303
first=$(asks)
post $D/people find=nordwind person=P-20000002 role=requester
status 303
is 'the first one stays' "$(requester)" P-20000001
post "$D/people/$first/end" why='Somebody else asks now.'
status 303
is 'the next one follows' "$(requester)" P-20000002
get '/dossiers?text=ankle'
has 'Nordwind GmbH'
hasnt 'Élodie'
post "$D/people/$(asks)/end" why='Nobody asks.'
status 303
is 'or none is' "$(requester)" ''
get $D
status 200
