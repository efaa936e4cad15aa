# SPDX-License-Identifier: MIT
# Who is to do it, by rule: who could and why, and the act.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# The first link of the page to a numbered thing below this address.
link() {
	grep -oE "href=\"$1[0-9]+[^\"]*\"" "$reply" | head -n 1 | cut -d'"' -f2
}

# words for skills, and who has them
as ada
get /admin/skills
status 200
has 'There is none yet.'
post /admin/skills name='Water damage'
status 303
post /admin/skills name='water damage'
status 422
post /admin/skills name='Roofs'
get /admin/skills
has 'water_damage'
get /admin/staff/P-10000003
status 200
has 'Water damage'
post /admin/staff/P-10000003/skills skill=water_damage
status 303
get /admin/staff/P-10000003
has 'checked'
form_page=/admin/skills
post /admin/skills/roofs/remove
status 303
form_page=
get /admin/skills
get /admin/skills
hasnt 'Roofs'
as mia
get /admin/skills
status 403

# a task goes to who has the skill
post $D/tasks/new title='Dry the cellar' team=north priority=normal
get $D
task=$(link "$D/tasks/")
get $task
has 'Assign by rule'
get $task/assign
status 200
has 'Ben Okafor'
hasnt 'Zoe Lind'
get "$task/assign?skill=water_damage"
status 200
has 'Assign to Sue Park'
has 'does not have the skill “Water damage”'
get "$task/assign?skill=nothing"
has 'Nobody can be chosen by the rules.'
form_page="$task/assign?skill=water_damage"
post $task/assign
status 303
form_page=
get $task
has 'Sue Park'
has 'the only one who can'
why=$(link "$D/assignments/")
get $why
status 200
has 'Assigned to Sue Park'
has 'least work'
hasnt 'Open tasks'
hasnt 'Cases led'
has 'does not have the skill “Water damage”'
get $D/assignments/999
status 404
form_page=$task
post $task/assign skill=water_damage
status 409
has 'Sue Park has this task already'
form_page=
get $D/history
has 'Task “Dry the cellar” assigned to Sue Park: has the skill “Water damage”, the only one who can'

# who leads
get $D/assign
status 200
has 'Mia Berger leads already'
hasnt 'Assign to'
sql_write "UPDATE dossier SET lead = NULL WHERE id = 1"
sql_write "DELETE FROM party WHERE role = 'lead' AND dossier = 1"
get $D/assign
has 'Assign to Mia Berger'
post $D/assign
status 303
get $D
has 'Mia Berger'
has 'the only one who can'
as ben
get $D/assign
status 403
as zoe
get $why
status 200
get $task/assign
status 403
as tom
get $why
status 404

# accepted, and assigned at once
as sue
get /intake/C-2026-10000079
has 'by rule'
post /intake/C-2026-10000079/accept title='Lost parcel' place=complaint/north lead=-
status 303
as mia
get /dossiers/C-2026-10000079
has 'Mia Berger'
has 'the only one who can'
