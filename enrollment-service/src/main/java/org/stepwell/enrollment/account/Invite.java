package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InvitationId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.enrollment.account.Invitation.Guest;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.staff.Staff;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** Invites somebody: one code, shown once, for the one who is meant. */
@Singleton
public class Invite {

    private static final Guest FIRST = new Guest(null, null, EnumSet.of(Role.CLINIC_ADMIN));

    private final Invitations invitations;
    private final Accounts accounts;
    private final Codes codes;
    private final Patients patients;
    private final Staff staff;
    private final AccountSettings settings;
    private final Clock clock;

    Invite(
            Invitations invitations,
            Accounts accounts,
            Codes codes,
            Patients patients,
            Staff staff,
            AccountSettings settings,
            Clock clock) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.codes = codes;
        this.patients = patients;
        this.staff = staff;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What the inviter hands over.
     *
     * @param code shown now and never again; only its hash is kept
     */
    @Schema(name = "InvitationCode")
    public record Given(
            InvitationId id,

            @Schema(
                    description = "shown this once: hand it to the person who is meant, in person or in a letter",
                    examples = "7ZQ4M2KD-9XJ0AB1C-PW3RT5VN-E6F8GH2S")
            String code,

            Instant expiresAt) {}

    /**
     * Invites the first administrator of a clinic, for whoever runs the deployment; empty where somebody administers it. A code
     * that was given before is good no more.
     */
    public Optional<Given> firstAdministrator(String giver) {
        if (accounts.hasAdministratorBeside(null)) {
            return Optional.empty();
        }
        takeBack(invitations.lockedOpen(FIRST.roles()));
        return Optional.of(invite(FIRST, giver, Set.of(Role.OPS)));
    }

    /** Whoever does not come in any more invites nobody, and is invited by no code that is still about. */
    void takeBackOf(Account leaver) {
        takeBack(invitations.lockedOpenByOrFor(leaver.subject(), leaver.staff(), leaver.patient()));
    }

    /** Whoever lost a role gives no more what they have given with it, where nobody has come in by that yet. */
    void takeBackBeyond(Account giver) {
        var still = Grants.of(giver.roles());
        takeBack(invitations.lockedOpenByOrFor(giver.subject(), null, null).stream()
                .filter(invitation -> !still.containsAll(invitation.guest().roles()))
                .toList());
    }

    /** One code of somebody was used; those given to the same person besides are good no more. */
    void takeBackFor(Guest guest) {
        if (guest.staff() != null || guest.patient() != null) {
            takeBack(invitations.lockedOpenByOrFor(null, guest.staff(), guest.patient()));
        }
    }

    /** Whoever works here no more is invited by no code that is still about. */
    void takeBackFor(StaffId leaver) {
        takeBack(invitations.lockedOpenByOrFor(null, leaver, null));
    }

    /** False for a colleague who works here no more; whoever comes in as nobody of the staff is not asked. */
    boolean mayStillComeIn(@Nullable StaffId member) {
        return member == null || !staff.activeAmong(List.of(member)).isEmpty();
    }

    private void takeBack(List<Invitation> open) {
        for (var invitation : open) {
            invitation.revoke(clock.instant());
            codes.forget(invitation.id());
        }
    }

    Given invite(Guest guest, String giver, Collection<Role> roles) {
        Grants.mustAllow(roles, guest.roles());
        if (guest.patient() != null) {
            patients.mustGoOn(guest.patient());
        }
        if (guest.staff() != null && staff.activeAmong(List.of(guest.staff())).isEmpty()) {
            throw new Refusal(
                    HttpRule.REFERENCE_UNKNOWN,
                    "Nobody works here as %s. Add them to the staff first.".formatted(guest.staff()),
                    List.of(new FieldError("/staff", "somebody who works at this clinic")));
        }
        var now = clock.instant();
        var invitation =
                new Invitation(new InvitationId(Uuid7.next()), guest, giver, now, now.plus(settings.invitationLife()));
        invitations.persistAndFlush(invitation);
        var code = Code.fresh();
        codes.keep(Code.hash(code), invitation.id());
        return new Given(invitation.id(), code, invitation.expiresAt());
    }
}
