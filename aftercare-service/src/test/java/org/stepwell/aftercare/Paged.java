package org.stepwell.aftercare;

import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged.OnCall;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;

/** Whoever is on call at Riverside while a test pages them. */
public final class Paged {

    private static final String TASKS = "/api/aftercare/v1/tasks";

    private Paged() {}

    /** The clinic says it, or that nobody is. */
    public static void isOnCall(@Nullable OnCall said) {
        Broker.say(new ClinicChanged(
                Person.RIVERSIDE, "Riverside", Scene.NEW_YORK.getId(), DayOfWeek.MONDAY, said, Instant.EPOCH));
        var clinics = Arc.container().instance(ClinicDirectory.class).get();
        await().until(() -> AtOnce.<Boolean>inTheClinic(() -> clinics.onCall().equals(Optional.ofNullable(said))));
    }

    /** Of the same clinic: what other tests left open pages too. */
    public static void allThatOthersLeftIsTaken() {
        for (var kind : List.of("check-in-red", "suicide-thought-named", "suicide-risk-found")) {
            List<String> open = Scene.SUPERVISOR
                    .asks()
                    .get(TASKS + "?status=OPEN&limit=200&kind=" + kind)
                    .path("items.id");
            open.forEach(Paged::take);
        }
    }

    /** A supervisor takes a task. */
    public static void take(String task) {
        Scene.SUPERVISOR
                .asks()
                .post(TASKS + "/" + task + "/acknowledgement")
                .then()
                .statusCode(200);
    }
}
