package org.stepwell.suite.journey;

import static org.stepwell.suite.Service.ENROLLMENT;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stepwell.suite.Trouble;

/** Patients come in as they do in life: a user of the realm who is nobody yet brings the code that intake handed over. */
final class OwnAccounts {

    private static final int TRIES_MAX = 60;
    private static final long PAUSE_MILLIS = 500;

    private final Stage stage;
    private final Set<Integer> before = new TreeSet<>();
    private int opened;

    OwnAccounts(Stage stage) {
        this.stage = stage;
    }

    /** Opens the account of a registered patient; it is there when a token of theirs reads their record. */
    void open(Cast.Patient patient) throws IOException, InterruptedException {
        var api = stage.api();
        var user = patient.account();
        stage.clinic().openAccount(user);
        var code = api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/invitations",
                        Map.of("patient", patient.id(), "roles", List.of("PATIENT"))))
                .body()
                .path("code")
                .asText();
        before.add(reads(patient));
        api.must(api.post(user, ENROLLMENT, "/invitations/acceptance", Map.of("code", code)));
        var answered = "";
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            answered = whatKeycloakSaysTo(user);
            if (answered.isEmpty() && reads(patient) == 200) {
                opened++;
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new Trouble(
                "The account of %s is not in their tokens after half a minute. %s".formatted(patient.name(), answered));
    }

    /** Empty where a token is given. While an account is written, Keycloak may not know its password for a moment. */
    private String whatKeycloakSaysTo(String user) {
        try {
            stage.clinic().tokenAnew(user);
            return "";
        } catch (Trouble e) {
            return String.valueOf(e.getMessage());
        }
    }

    private int reads(Cast.Patient patient) {
        return stage.api()
                .get(patient.account(), ENROLLMENT, "/patients/" + patient.id())
                .status();
    }

    /** What came of it. */
    void claim() {
        stage.claims().expect("a user whom no clinic invited reads nothing", Set.of(403), before);
        stage.claims()
                .expect(
                        "patients who accepted an invitation and read their own record",
                        stage.cast().everybody().size(),
                        opened);
    }
}
