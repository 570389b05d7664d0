package org.stepwell.platform.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.Asker;
import org.stepwell.platform.clinic.ClinicContext;

/** Who asks: roles and clinic from the token, and the policy of the operation they ask for. */
@RequestScoped
public class Caller implements Asker {

    private @Nullable String subject;
    private Set<Role> roles = Set.of();
    private @Nullable Identity identity;
    private @Nullable Policy policy;
    private @Nullable PurposeOfUse purpose;
    private final Set<PatientId> patients = new LinkedHashSet<>();
    private boolean relationAsked;
    private boolean atADoor;
    private @Nullable Discloses declared;

    /** What the token says. */
    public record Identity(
            String subject,
            Set<Role> roles,
            ClinicId clinic,
            @Nullable StaffId staff,
            @Nullable PatientId patient,
            @Nullable PartnerId partner) {

        Identity with(Set<Role> other) {
            return new Identity(subject, other, clinic, staff, patient, partner);
        }

        String actor() {
            return roles.stream().findFirst().map(Role::claim).orElse("anybody") + ":" + subject;
        }
    }

    void named(String token, Set<Role> held) {
        subject = token;
        roles = held;
    }

    /** Nobody signed in, and yet what they ask for leaves something at a clinic. */
    void anybodyAt(ClinicId clinic) {
        identity = new Identity("web", Set.of(), clinic, null, null, null);
    }

    void recognized(Identity recognized) {
        identity = recognized;
    }

    void admitted(Policy operation) {
        policy = operation;
    }

    void askedOf(@Nullable Discloses operation) {
        atADoor = true;
        declared = operation;
    }

    /** Whether these kinds of information are among those that the operation says it lets out, to whoever reads its page. */
    public boolean saysItLetsOut(Set<DataCategory> asked) {
        if (!atADoor) {
            return true; // nobody's request
        }
        if (declared == null) {
            return false;
        }
        var said = List.of(declared.value());
        return said.isEmpty() || said.containsAll(asked);
    }

    void asksFor(PurposeOfUse use) {
        purpose = use;
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

    /** Who asks and for which clinic, or nothing before both were accepted. */
    public Optional<Identity> known() {
        return Optional.ofNullable(identity);
    }

    /** Whom the token names, also where they may do nothing; nothing before it was accepted. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /** The roles that the token names. */
    public Set<Role> roles() {
        return roles;
    }

    /** What the caller asks for, or nothing before that was accepted. */
    public Optional<PurposeOfUse> purpose() {
        return Optional.ofNullable(purpose);
    }

    /** Remembers the patients named anywhere in something that was asked or is shown. */
    public void touches(@Nullable Object askedOrShown) {
        PatientsIn.gather(askedOrShown, patients);
    }

    /** The patients this request is about, as far as it came. */
    public Set<PatientId> patients() {
        return Collections.unmodifiableSet(patients);
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

    /** Those of the caller's roles that the policy names. */
    public Set<Role> rolesInPolicy() {
        var found = EnumSet.noneOf(Role.class);
        if (policy != null) {
            identity().roles().stream()
                    .filter(role -> !policy.relationsOf(role).isEmpty())
                    .forEach(found::add);
        }
        return found;
    }

    void asked() {
        relationAsked = true;
    }

    /** False where the policy asks for a relation to the record and the operation never showed the record. */
    public boolean settled() {
        return policy == null
                || policy.asksNobody()
                || policy == Policy.SIGNED_IN
                || relationAsked
                || relations().contains(Relation.CLINIC);
    }
}
