package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.THERAPY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Pia, a physician, certifies that Amina needs this level of care: late, then again before sixty days are over. */
final class Certifying {

    private static final int DAYS = 60;

    private final Stage stage;
    private final Cast.Patient amina;
    private final ClaimLines lines;

    Certifying(Stage stage) {
        this.stage = stage;
        this.amina = stage.cast().amina();
        this.lines = new ClaimLines(stage, amina);
    }

    void first() {
        stage.claims().expect("evenings that nobody certified are not billed", true, isHeld());
        stage.claims()
                .expect("and a physician has had it among their tasks since she came in", true, isToBeCertified());
        certifies(stage.firstDay());
        stage.time().settle();
        stage.claims().expect("until a physician has, for those days too", false, isHeld());
        stage.claims().expect("which is what the task was for", false, isToBeCertified());
    }

    void again() {
        stage.claims().expect("days before it runs out the task is there again", true, isToBeCertified());
        var today = LocalDate.ofInstant(stage.time().now(), Cast.ZONE);
        certifies(today);
        var through = stage.api()
                .must(stage.api().get("pia", THERAPY, "/episodes/" + amina.episode() + "/certifications"))
                .body()
                .findValuesAsText("through");
        stage.claims()
                .expect(
                        "and is due again sixty days later",
                        List.of(
                                stage.firstDay().plusDays(DAYS).toString(),
                                today.plusDays(DAYS).toString()),
                        through);
    }

    private boolean isToBeCertified() {
        return stage.api()
                .must(stage.api().get("pia", ENROLLMENT, "/tasks?patient=" + amina.id()))
                .body()
                .findValuesAsText("kind")
                .contains("certification-due");
    }

    private boolean isHeld() {
        return lines.holds().contains("CERTIFICATION_MISSING");
    }

    private void certifies(LocalDate from) {
        stage.api()
                .must(stage.api()
                        .post(
                                "pia",
                                THERAPY,
                                "/episodes/" + amina.episode() + "/certifications",
                                Map.of(
                                        "from", from.toString(),
                                        "weeklyMinutes", 540,
                                        "lifeAreasImpaired", true,
                                        "ableToParticipate", true,
                                        "underWrittenPlan", true)));
    }
}
