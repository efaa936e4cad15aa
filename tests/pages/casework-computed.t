# SPDX-License-Identifier: MIT
# Fields that follow from others: never asked, shown with why, found, told.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D/change
status 200
has 'name="f.promised_on"'
hasnt 'name="f.delay"'
hasnt 'name="f.bought_total"'
get '/intake/new?type=complaint&who=unknown'
hasnt 'name="f.bought_total"'

# nothing to compute from: it says what is missing, and is no blank to fill
get $D
hasnt 'Days late</dt>'
has '2 not computed yet'
has 'Days late: “Promised for” is not filled in.'
has 'Value of what was bought: “What was bought” has no row.'
hasnt '<li>Days late</li>'

post $D/change title='Late kettle' f.subject=service f.promised_on=2026-11-01 \
    f.delivered_on=2026-11-21 f.item.1=Kettle f.price.1=30 \
    f.item.2=Cup f.price.2=12.30
status 303
get $D
has '<summary>computed<span class="unseen">: Days late</span>'
has 'max((Delivered or put right on - Promised for).days, 0)'
has '<b>Sun 1 Nov 2026</b>'
has '2 rows'
has "42.30$(printf '\302\240')EUR"
hasnt 'not computed yet'
# the sentence names what was typed, the list below says what followed
has 'Changed: Title, Subject, Promised for, Delivered or put right on, What was bought<'
has 'Days late (computed): 20'

# it is a value like any other: a column, a filter, an export
get '/dossiers?type=complaint&columns=number%2Cf.delay'
has 'Days late</th>'
has '<span class="term">20</span>'
get '/dossiers?type=complaint&field=delay&value=20'
has 'C-2026-10000061'
get '/dossiers?type=complaint&field=delay&value=19'
hasnt 'C-2026-10000061'
get '/dossiers.csv?type=complaint&columns=number%2Cf.delay'
has '"C-2026-10000061","20"'

# an amount in another currency is left out, and the page says so
post $D/change title='Late kettle' f.subject=service f.promised_on=2026-11-01 \
    f.delivered_on=2026-11-21 f.item.1=Kettle f.price.1=30 \
    f.item.2=Cup f.price.2='12.30 USD'
status 303
get $D
has '“Price” in row 2 is not in EUR and is left out.'

# who sends one that was not asked is refused
post $D/change title='Late kettle' f.subject=service f.delay=3
status 400
hasnt '>3</'

# in German the formula has German words
header HTTP_ACCEPT_LANGUAGE=de
get $D
has 'max((Geliefert oder behoben am - Zugesagt für).days, 0)'
