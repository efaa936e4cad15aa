# SPDX-License-Identifier: MIT
# A goal from a proposal to its being reached, in steps and in numbers.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# The first link of the page to a numbered thing below this address.
link() {
	grep -oE "href=\"$1[0-9]+[^\"]*\"" "$reply" | head -n 1 | cut -d'"' -f2
}

as mia
get $D
status 200
has 'No goal is set.'
get $D/goals
status 200
has 'No goal is set.'
get $D/goals/new
status 200
post $D/goals/new title= measure=number start=1 target=1 due=2030-01-01 owner=P-10000001
status 422
post $D/goals/new title=Work measure=number start=two target=10 due= owner=P-10000001
status 422
has 'This is not a whole number.'
post $D/goals/new title='Work ten hours a week' purpose='For the rent.' measure=number unit=hours decimals=1 start=2 target=10 due=2030-02-28 owner=P-10000001 steps='Ask the doctor
First day'
status 303
get $D
has 'Work ten hours a week'
has 'not measured yet; from 2.0 to 10.0 hours'
has 'Proposed'
goal=$(link "$D/goals/")
get $goal
status 200
has 'For the rent.'
has 'First day'
post $goal/agree
status 303
post $goal/agree
status 409
post $goal/values value=six measured=2026-01-10
status 422
has 'This is not a number, or it has too many decimals.'
post $goal/values value=6 measured=2026-01-10 note='Three days.'
status 303
get $goal
has '6.0; from 2.0 to 10.0 hours'
has '50%'
has '+4.0'
has 'Three days.'

# steps: by hand and with a task
post $goal/steps title= tie=
status 422
post $D/tasks/new title='Write the plan' team=north priority=normal
get $D
task=$(link "$D/tasks/")
no=${task##*/}
post $goal/steps title= tie=t$no
status 303
get $goal
has 'done with its task'
post $goal/steps/3/done
status 409
post $goal/steps/1/done
status 303
get $goal
has '1 of 3 done'
post $goal/steps/1/reopen
status 303
post $goal/steps/2/remove
status 303
post $goal/steps/9/remove
status 404
get $goal
hasnt 'First day'

# two change it at once
get $goal/change
status 200
post $goal/change title='Work twelve hours a week' purpose='For the rent.' measure=number unit=hours decimals=1 start=2.0 target=12 due=2030-02-28 owner=P-10000001
status 303
as ben
post $goal/change version=1 was= title='Never mind' purpose='For the rent.' measure=number unit=hours decimals=1 start=2.0 target=12 due=2030-02-28 owner=P-10000001
status 409
has 'Never mind'
has 'Work twelve hours a week'

# reached by its number, and no longer
as mia
post $goal/values value=12.5 measured=2026-01-20
status 303
get $goal
has 'Reached by what was measured or done'
get $goal/give-up
status 200
post $goal/give-up reason='No more.'
status 409
post $goal/values value=11 measured=2026-01-21
get $goal
hasnt 'Reached by what'
get $goal/reach
status 200
post $goal/reach note='Good enough.'
status 303
get $goal
has 'said that it is reached'
has 'Good enough.'
get $goal/reopen
status 200
post $goal/reopen reason=
status 422
post $goal/reopen reason='It is not.'
status 303
post $goal/give-up reason='Ill for long.'
status 303
get $D
hasnt 'class="meter"'
get $D/goals
has 'Given up'
get $D/report
has 'Ill for long.'
get $D/history?kind=goal
has 'given up'
get '/find?text=twelve'
has 'C-2026-10000061'
get $D/goals/999
status 404

# a yes that somebody declares is one, measured or not
post $D/goals/new title='The flat is hers' measure=yesno due=2030-02-28 \
    owner=P-10000001
home=$(location)
get $home
has 'not yet'
post $home/reach note='She has the key.'
get $home
has '100%'
hasnt 'not yet'

# who reads sees, and changes nothing; who sees nothing finds nothing
as zoe
get $goal
status 200
hasnt 'Write it down'
post $goal/agree
status 403
as tom
get $goal
status 404
