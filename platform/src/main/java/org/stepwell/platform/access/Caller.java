package org.stepwell.platform.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.Asker;
import org.stepwell.platform.clinic.ClinicContext;

/** Who asks: roles and clinic from the token, and the policy of the operation they ask for. */
@RequestScoped
public class Caller implements Asker {

    private @Nullable Identity identity;
    private @Nullable Policy policy;
    private boolean relationAsked;

    /** What the token says. */
    public record Identity(
            String subject,
            Set<Role> roles,
            ClinicId clinic,
            @Nullable StaffId staff,
            @Nullable PatientId patient) {

        String actor() {
            return roles.stream().findFirst().map(Role::claim).orElse("nobody") + ":" + subject;
        }
    }

    void admitted(Identity admitted, Policy operation) {
        identity = admitted;
        policy = operation;
    }

    @Override
    public Optional<ClinicContext.Work> work() {
        return Optional.ofNullable(identity).map(who -> new ClinicContext.Work(who.clinic(), who.actor(), (UUID) null));
    }

    /** Who asks; only where the policy asks for somebody. */
    public Identity identity() {
        if (identity == null) {
            throw new IllegalStateException("nobody was admitted");
        }
        return identity;
    }

    Set<Relation> relations() {
        var found = EnumSet.noneOf(Relation.class);
        if (identity != null && policy != null) {
            for (var role : identity.roles()) {
                found.addAll(policy.relationsOf(role));
            }
        }
        return found;
    }

    void asked() {
        relationAsked = true;
    }

    /** False where the policy asks for a relation to the record and the operation never showed the record. */
    public boolean settled() {
        return policy == null
                || policy == Policy.ANYONE
                || relationAsked
                || relations().contains(Relation.CLINIC);
    }
}
