package org.stepwell.platform.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.CareTeams.Membership;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/**
 * Asks the operation's policy about a record, once it is loaded. Staff of the clinic learn that they may not; to all
 * others the record is not there.
 */
@Singleton
public class Access {

    private final Caller caller;
    private final CareTeams careTeams;
    private final BrokenGlass brokenGlass;
    private final PatientsHere patients;
    private final MergedPatients merged;

    Access(Caller caller, CareTeams careTeams, BrokenGlass brokenGlass, PatientsHere patients, MergedPatients merged) {
        this.caller = caller;
        this.careTeams = careTeams;
        this.brokenGlass = brokenGlass;
        this.patients = patients;
        this.merged = merged;
    }

    /** May the caller do this to a record of {@code patient}? Otherwise 403, or 404 as for a patient who is none. */
    public void to(PatientId patient) {
        to(patient, _ -> false);
    }

    /** The same; whoever led or wrote something about the patient, as {@code otherwise} knows, may where the policy says so. */
    public void to(PatientId patient, Predicate<StaffId> otherwise) {
        caller.asked();
        caller.touches(patient);
        patients.mustKnow(patient);
        var relations = caller.relations();
        if (relations.contains(Relation.CLINIC) || own(relations, patient)) {
            mustGoOn(patient);
            return;
        }
        var membership = membership(relations, patient);
        if (isIn(membership, relations) || ledOrWrote(relations, otherwise)) {
            mustGoOn(patient);
            return;
        }
        if (brokeTheGlass(relations, patient)) {
            caller.asksFor(PurposeOfUse.BTG);
            mustGoOn(patient);
            return;
        }
        refuse(why(membership, relations.contains(Relation.BREAK_GLASS)));
    }

    /** Whether the caller may do this to a second patient's record too, where a pair of them is asked about. */
    public boolean reaches(PatientId other) {
        caller.touches(other);
        var relations = caller.relations();
        return relations.contains(Relation.CLINIC) || isIn(membership(relations, other), relations);
    }

    private static boolean isIn(Membership membership, Collection<Relation> relations) {
        return membership == Membership.MEMBER
                || (membership == Membership.UNASSIGNED && relations.contains(Relation.UNASSIGNED));
    }

    private boolean ledOrWrote(Collection<Relation> relations, Predicate<StaffId> otherwise) {
        var staff = caller.identity().staff();
        boolean counts = relations.contains(Relation.FACILITATES) || relations.contains(Relation.AUTHOR);
        return counts && staff != null && otherwise.test(staff);
    }

    /** Staff are sent to the record that a merged one went into; to all others it is not there. */
    private void mustGoOn(PatientId patient) {
        merged.survivorOf(patient).ifPresent(survivor -> {
            if (caller.identity().roles().stream().noneMatch(Role::staff)) {
                throw new NotFoundException();
            }
            throw new Refusal(
                    HttpRule.PATIENT_WAS_MERGED, "It was merged into the record %s: use that.".formatted(survivor));
        });
    }

    /**
     * An answer about {@code patient} is given once more: who may not ask any more is not told again. Whoever led a group,
     * or wrote what is kept apart, is told what they were told, because what they led or wrote is not known here.
     */
    public void again(PatientId patient) {
        var relations = caller.relations();
        boolean notKnownHere = relations.contains(Relation.FACILITATES) || relations.contains(Relation.AUTHOR);
        if (notKnownHere && !relations.contains(Relation.CLINIC)) {
            caller.touches(patient);
        } else {
            to(patient);
        }
    }

    /** May the caller do this to something led by {@code facilitators}? Otherwise 403 or 404. */
    public void toWhatIsLedBy(Collection<StaffId> facilitators) {
        caller.asked();
        var relations = caller.relations();
        var staff = caller.identity().staff();
        if (relations.contains(Relation.CLINIC)
                || (relations.contains(Relation.FACILITATES) && staff != null && facilitators.contains(staff))) {
            return;
        }
        refuse("You do not lead this session. A supervisor can act in it, or name you as one who leads it.");
    }

    /** May the caller do this to what {@code author} keeps apart about a patient, who may have named a supervisor? Otherwise 403 or 404. */
    public void toWhatIsKeptApart(PatientId patient, StaffId author, @Nullable StaffId supervisor) {
        caller.asked();
        caller.touches(patient);
        var who = caller.identity();
        var staff = who.staff();
        boolean named = staff != null && staff.equals(supervisor) && who.roles().contains(Role.SUPERVISOR);
        if (caller.relations().contains(Relation.AUTHOR) && (named || author.equals(staff))) {
            return;
        }
        refuse("It is kept apart: for whoever wrote it, and for the supervisor whom they named on it.");
    }

    /** May the caller do this to what a partner has sent? Another partner's is not there, like one that nobody sent. */
    public void toWhatCameFrom(@Nullable PartnerId sender) {
        caller.asked();
        var relations = caller.relations();
        if (relations.contains(Relation.CLINIC)
                || (relations.contains(Relation.PARTNER)
                        && sender != null
                        && sender.equals(caller.identity().partner()))) {
            return;
        }
        refuse("This came from a partner, and is for those who work with referrals.");
    }

    /** The partner for whom a service account asks; to anybody else, nothing is there. */
    public PartnerId partner() {
        caller.asked();
        var partner = caller.identity().partner();
        if (partner == null || !caller.relations().contains(Relation.PARTNER)) {
            throw new NotFoundException();
        }
        return partner;
    }

    /** How far the caller sees in lists; whoever asks lists nothing beyond it. */
    public Reach reach() {
        caller.asked();
        var who = caller.identity();
        return new Reach(who.staff(), caller.rolesInPolicy(), caller.relations().contains(Relation.CLINIC));
    }

    /** May the caller do this to work given to a person or to roles, about a patient or none? Otherwise 403. */
    public void toWorkOf(@Nullable StaffId staff, Collection<Role> roles, @Nullable PatientId patient) {
        if (patient != null) {
            to(patient);
        }
        if (!reach().includes(staff, roles)) {
            throw new Refusal(HttpRule.NOT_ALLOWED, "This is given to somebody else, and to none of your roles.");
        }
    }

    /** The caller as a member of the staff; 403 for anybody else. */
    public StaffId staff() {
        var staff = caller.identity().staff();
        if (staff == null) {
            throw new Refusal(
                    HttpRule.NOT_ALLOWED, "Only somebody on the clinic's staff does this (no staff_id in the token).");
        }
        return staff;
    }

    /** True where a patient acts on their own record. */
    public boolean byPatient() {
        return caller.identity().roles().contains(Role.PATIENT);
    }

    /** Whether whoever writes down what a patient said may read it: the patient, or who treats them. Intake reads none of it. */
    public boolean readsWhatIsTold() {
        return byPatient() || reach().under(Policy.CARE_TEAM_TREATS);
    }

    /** True for the caller's own name in the token. */
    public boolean isCaller(@Nullable String subject) {
        return caller.identity().subject().equals(subject);
    }

    private boolean own(Collection<Relation> relations, PatientId patient) {
        return relations.contains(Relation.OWN)
                && patient.equals(caller.identity().patient());
    }

    private Membership membership(Collection<Relation> relations, PatientId patient) {
        return relations.contains(Relation.CARE_TEAM)
                ? careTeams.of(caller.identity().staff(), patient)
                : Membership.NONE;
    }

    private static String why(Membership membership, boolean mayBreakGlass) {
        if (membership == Membership.NOT_KNOWN) {
            return "The last change of this patient's care team has not arrived here; ops finds it among the parked events."
                    + (mayBreakGlass ? " In an emergency, use break-glass." : "");
        }
        return mayBreakGlass
                ? "You are not in this patient's care team. In an emergency, use break-glass."
                : "You are not in this patient's care team; a supervisor can put you into it.";
    }

    private boolean brokeTheGlass(Collection<Relation> relations, PatientId patient) {
        var staff = caller.identity().staff();
        return relations.contains(Relation.BREAK_GLASS) && staff != null && brokenGlass.by(staff, patient);
    }

    private void refuse(String why) {
        if (caller.identity().roles().stream().anyMatch(Role::staff)) {
            throw new Refusal(HttpRule.NOT_ALLOWED, why);
        }
        throw new NotFoundException();
    }
}
