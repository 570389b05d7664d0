package org.stepwell.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Relation;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.consent.Disclosures;

/**
 * The operations by which something can leave the clinic: pages and files, which are carried away, and whatever others than
 * staff and patients may call. Each says what it discloses, and asks, or says why it discloses nothing.
 */
final class WaysOut {

    private static final Set<String> QUESTIONS = Set.of(
            "permit", "permitBy", "ifPermitted", "permitEach", "mustBeOpen", "withoutConsent", "opensWithoutConsent");

    /** By their own words. */
    private static final Set<Policy> ABOUT_NO_PATIENT = EnumSet.of(Policy.SIGNED_IN, Policy.CLINIC_MEMBERS_READ);

    private WaysOut() {}

    static ArchRule sayWhatTheyDiscloseAndAsk() {
        return methods().that(HouseRules.areOperations()).should(new ArchCondition<>("ask for what leaves") {
            @Override
            public void check(JavaMethod operation, ConditionEvents events) {
                boolean discloses = operation.isAnnotatedWith(Discloses.class);
                boolean asks = reachesAQuestion(operation, new HashSet<>());
                expect(operation, discloses == asks, asks ? "has no @Discloses" : "never asks Disclosures", events);
                boolean staffs = HouseRules.policyOf(operation)
                        .filter(WaysOut::isForStaff)
                        .isPresent();
                expect(operation, !discloses || staffs, "is open to patients, or to whoever broke the glass", events);
                boolean said = discloses || operation.isAnnotatedWith(NotDisclosed.class);
                expect(operation, said || !isWayOut(operation), "has neither @Discloses nor @NotDisclosed", events);
            }
        });
    }

    private static void expect(JavaMethod operation, boolean so, String what, ConditionEvents events) {
        events.add(new SimpleConditionEvent(operation, so, operation.getFullName() + " " + what));
    }

    private static boolean isWayOut(JavaMethod operation) {
        boolean carriedAway = operation
                .tryGetAnnotationOfType(Produces.class)
                .filter(made ->
                        Arrays.stream(made.value()).anyMatch(type -> !type.startsWith(MediaType.APPLICATION_JSON)))
                .isPresent();
        return carriedAway
                || HouseRules.policyOf(operation).filter(WaysOut::isForOthers).isPresent();
    }

    /** Nobody discloses to others what they were let in for as the patient, or to help in an emergency. */
    private static boolean isForStaff(Policy policy) {
        return Arrays.stream(Role.values())
                .map(policy::relationsOf)
                .noneMatch(relations -> relations.contains(Relation.OWN) || relations.contains(Relation.BREAK_GLASS));
    }

    private static boolean isForOthers(Policy policy) {
        return !ABOUT_NO_PATIENT.contains(policy)
                && Arrays.stream(Role.values())
                        .filter(role -> !role.staff() && role != Role.PATIENT)
                        .anyMatch(role -> !policy.relationsOf(role).isEmpty());
    }

    private static boolean reachesAQuestion(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Disclosures.class)
                                ? QUESTIONS.contains(call.getName())
                                : call.getTarget()
                                        .resolveMember()
                                        .filter(next -> reachesAQuestion(next, seen))
                                        .isPresent());
    }
}
