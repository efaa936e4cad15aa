# SPDX-License-Identifier: MIT
# What an administrator sees: the house, types, rights and why, sessions; and
# no case anywhere.
. "$(dirname "$0")/harness.sh"

as ada
get /
has 'Location: /admin'
get /admin
status 200
has 'Schema '
has 'It never ran: start dossier-clock.timer.'
has 'Not in order'
has 'Last verified backup'
has 'Needs attention'
has 'href="/admin" aria-current="page"'
get /admin/types
has 'href="/admin/types/complaint"'
get /admin/types/complaint
has 'subject</code>'
has 'SHA-256'
has 'Decisions by tables'
has 'By itself, as the facts change'
has 'complaint.dmn '
get /admin/types/complaint/tables
status 200
has 'Risk score'
has 'Injury or danger to health'
hasnt 'This case'
get /admin/types/nonsense/tables
status 404
get /admin/types/nonsense
status 404
get /admin/rights
has 'href="/admin/rights/complaint/north"'
has 'Nobody works here'
get /admin/rights/complaint/north
has 'Ben Okafor'
has 'north-clerks'
hasnt 'Tom Rossi'
get /admin/rights/complaint/west
status 404
get /admin/staff
has 'Eve Novak'
has 'No role'
hasnt 'Nordwind'
get '/admin/staff?text=ben'
has 'Ben Okafor'
hasnt 'Mia Berger'
get '/admin/staff?text=nobody'
has 'Nobody is called so'
get /admin/staff/P-10000002
has 'Clerk: registers requests'
has 'north-clerks'
has 'href="/admin/rights/complaint/north"'
get /admin/staff/P-20000001
status 404
get /admin/directory
has 'Who may sign in'

# Sessions are seen and ended.
as ben
get /
status 200
bens=$session
as ada
get /admin/sessions
has 'href="/admin/staff/P-10000002"'
get /admin/staff/P-10000002/sign-out
has 'Sign out Ben Okafor everywhere'
post /admin/staff/P-10000002/sign-out why='lost his phone'
has 'Location: /admin/staff/P-10000002'
follow
has 'Ben Okafor is signed out everywhere.'
session=$bens
get /
status 401
is 'who did it is on record' "$(sql "SELECT p.name FROM event e
    JOIN event_body b ON b.event = e.id JOIN person p ON p.id = e.actor
    WHERE e.kind = 'session.ended'
      AND b.body LIKE '%lost his phone%'")" 'Ada Silva'

# Nobody else comes in, and no page shows a case.
for who in ben mia zoe eve; do
	as $who
	get /admin
	status 403
done
as ada
for page in /admin /admin/types /admin/types/complaint \
    /admin/types/complaint/tables /admin/rights \
    /admin/rights/complaint/north /admin/staff /admin/staff/P-10000001 \
    /admin/sessions /admin/directory; do
	get $page
	hasnt '-2026-1'
	hasnt 'Broken'
done
