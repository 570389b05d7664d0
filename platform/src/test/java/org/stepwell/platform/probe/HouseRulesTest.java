package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.Rule;
import org.stepwell.platform.testing.HouseRules;

/** Each house rule bites: here is a class that breaks it. */
class HouseRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void everyHouseRuleIsBrokenByAClassMadeForIt(String name, ArchRule rule, Class<?> breaks) {
        var result = rule.evaluate(new ClassFileImporter().importClasses(breaks));

        assertThat(result.hasViolation()).as(name).isTrue();
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                Arguments.of("entities stand alone", HouseRules.entitiesStandAlone(), EntityWithAFramework.class),
                Arguments.of("nobody looks at the wall", HouseRules.nobodyLooksAtTheWall(), LooksAtTheWall.class),
                Arguments.of("nor asks the system", HouseRules.nobodyLooksAtTheWall(), AsksTheSystem.class),
                Arguments.of("nor takes a clock", HouseRules.nobodyLooksAtTheWall(), TakesAClock.class),
                Arguments.of("nothing is a manager", HouseRules.nothingIsCalledAManager(), SessionManager.class),
                Arguments.of("requests decide", HouseRules.requestsSayWhatMayBeMissing(), Undecided.class),
                Arguments.of("their lists too", HouseRules.requestsSayWhatMayBeMissing(), UndecidedInAList.class),
                Arguments.of("their parts too", HouseRules.requestsSayWhatMayBeMissing(), UndecidedInAPart.class),
                Arguments.of("operations are guarded", HouseRules.everyOperationIsGuarded(), Unguarded.class),
                Arguments.of("records are asked about", HouseRules.everyOperationIsGuarded(), Unseen.class),
                Arguments.of("rules are listed", HouseRules.everyRuleIsListed(Set.of()), Unlisted.class));
    }

    @Test
    void featuresThatKnowEachOtherInACircleAreFound() {
        var circle = org.stepwell.platform.probe.circle.hen.Hen.class
                .getPackageName()
                .replace(".hen", "");

        var result = HouseRules.featuresFormNoCycle(circle).evaluate(new ClassFileImporter().importPackages(circle));

        assertThat(result.hasViolation()).isTrue();
    }

    @Entity
    @jakarta.persistence.Table(name = "entity_with_a_framework")
    static class EntityWithAFramework {
        @jakarta.persistence.Id
        java.util.@org.jspecify.annotations.Nullable UUID id;

        @jakarta.persistence.Transient
        io.quarkus.runtime.@org.jspecify.annotations.Nullable StartupEvent event;
    }

    static class LooksAtTheWall {
        Instant now() {
            return Instant.now();
        }
    }

    static class AsksTheSystem {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static class TakesAClock {
        Instant now() {
            return Instant.now(java.time.Clock.systemUTC());
        }
    }

    static class SessionManager {}

    @Path("undecided")
    abstract static class Undecided {
        record Form(String name) {}

        @POST
        @Guard(Policy.ANYONE)
        public String post(Form form) {
            return form.name();
        }
    }

    @Path("undecided/list")
    abstract static class UndecidedInAList {
        record Slot(String day) {}

        record Week(@NotNull List<Slot> slots) {}

        @POST
        @Guard(Policy.ANYONE)
        public int post(Week form) {
            return form.slots().size();
        }
    }

    @Path("undecided/part")
    abstract static class UndecidedInAPart {
        record Part(String day) {}

        record Whole(@NotNull Part part) {}

        @POST
        @Guard(Policy.ANYONE)
        public String post(Whole form) {
            return form.part().day();
        }
    }

    @Path("unguarded")
    abstract static class Unguarded {
        @GET
        public String get() {
            return "";
        }
    }

    @Path("unseen")
    abstract static class Unseen {
        @GET
        @Guard(Policy.CARE_TEAM_TREATS)
        public String get() {
            return "";
        }
    }

    enum Unlisted implements Rule {
        FORGOTTEN;

        @Override
        public String sentence() {
            return "";
        }
    }
}
