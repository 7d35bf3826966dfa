package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.alarm.NewAdministrators;
import health.visavis.kernel.ClinicianId;
import health.visavis.people.store.CareTeams;
import health.visavis.people.store.Clinicians;
import health.visavis.people.store.Persons;

/// Adds a member of staff and invites him.
@UseCase
public class InviteStaff {

    private final Access access;
    private final Persons persons;
    private final Clinicians clinicians;
    private final CareTeams teams;
    private final InvitationMaking making;
    private final NewAdministrators newAdministrators;

    InviteStaff(
            Access access,
            Persons persons,
            Clinicians clinicians,
            CareTeams teams,
            InvitationMaking making,
            NewAdministrators newAdministrators) {
        this.access = access;
        this.persons = persons;
        this.clinicians = clinicians;
        this.teams = teams;
        this.making = making;
        this.newAdministrators = newAdministrators;
    }

    public Invited invite(Actor actor, NewStaff staff) {
        access.require(actor, Action.INVITE_PERSON.about(staff.id().value()));
        if (persons.addOnce(staff.id(), staff.details())) {
            if (staff.roles().contains(Role.DOCTOR)) {
                clinicians.add(ClinicianId.next(), staff.id(), staff.specialty());
            }
            staff.worksWith().forEach(clinician -> teams.join(clinician, staff.id()));
        }
        if (staff.roles().contains(Role.ADMIN)) {
            newAdministrators.invited(staff.id());
        }
        return making.offer(staff.id(), staff.details().displayName(), staff.roles());
    }
}
