package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.StaffMembers;

/** Who may sign notes, and by which credentials. */
@Singleton
class Signers {

    private final StaffMembers staff;

    Signers(StaffMembers staff) {
        this.staff = staff;
    }

    /** Somebody signs. */
    Signer of(StaffId who) {
        var credentials = staff.credentials(who).orElse(List.of());
        return Signer.of(who, credentials, staff.independent(credentials));
    }

    /** Who answers for the work of whoever signed a note. */
    Optional<StaffId> supervisorOf(StaffId author) {
        return staff.supervisorOf(author);
    }
}
