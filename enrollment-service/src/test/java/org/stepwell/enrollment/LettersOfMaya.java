package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.enrollment.Intake.API;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;

/** Maya is in the program, and wants Tomas told so by letter. */
abstract class LettersOfMaya extends ConsentsOfMaya {

    String address = "";
    EpisodeId episode = new EpisodeId(new UUID(0, 0));

    @BeforeEach
    void comesIn() {
        address = "tomas-%s@example.org".formatted(UUID.randomUUID());
        episode = riverside.admitted(maya);
    }

    /** Maya consents; what is open to Tomas until a day. */
    ValidatableResponse consents(String lastDay) {
        var terms = new HashMap<>(toTomas());
        terms.put("categories", List.of("PRESENCE", "PROGRESS", "ATTENDANCE"));
        terms.put("lastDay", lastDay);
        return signed(terms, null).statusCode(201);
    }

    ValidatableResponse consents() {
        return consents("2099-06-30");
    }

    /** Maya consents once more, to the same Tomas; in the place of another consent, if she says so. */
    ValidatableResponse consentsAnew(String tomas, @Nullable String supersedes) {
        var terms = new HashMap<>(toTomas());
        terms.put("categories", List.of("PRESENCE", "PROGRESS", "ATTENDANCE"));
        terms.put("recipients", List.of(Map.of("kind", "SUPPORT_PERSON", "name", "Tomas Lindqvist", "id", tomas)));
        return signed(terms, supersedes).statusCode(201);
    }

    /** As the consent names him. */
    static String tomas(ValidatableResponse consent) {
        return consent.extract().path("terms.recipients[0].id");
    }

    void revokes(ValidatableResponse consent) {
        Person.at("patient")
                .who(maya)
                .asks()
                .post(API + "consents/" + consent.extract().path("id") + "/revocation")
                .then()
                .statusCode(200);
    }

    Map<String, Object> form(String tomas) {
        return new HashMap<>(Map.of(
                "kind",
                "ENROLLMENT",
                "recipient",
                Map.of("kind", "SUPPORT_PERSON", "id", tomas),
                "purpose",
                "SUPPORT",
                "reader",
                Map.of("name", "Tomas <Lindqvist>", "address", "12 Mill Street", "email", address)));
    }

    ValidatableResponse writes(Map<String, Object> form) {
        return riverside
                .ivy()
                .asks()
                .body(form)
                .post(API + "patients/" + maya + "/letters")
                .then();
    }

    /** Once the service has heard what the consent opens. */
    String written(Map<String, Object> form) {
        var id = new AtomicReference<String>();
        await().untilAsserted(
                        () -> id.set(writes(form).statusCode(201).extract().path("id")));
        return id.get();
    }

    ValidatableResponse letter(String id) {
        return riverside.ivy().asks().get(API + "letters/" + id).then().statusCode(200);
    }

    /** The one mail that came to Tomas, once it is there. */
    Mailbox.Received mail() {
        await().untilAsserted(() -> assertThat(Mailbox.of(address)).hasSize(1));
        return Mailbox.of(address).getFirst();
    }

    /** The path by which a letter is opened; a mail may be there a moment before its link is. */
    String sent(Map<String, Object> form) {
        var id = written(form);
        await().untilAsserted(() -> letter(id).body("status", equalTo("SENT")));
        return link(mail());
    }

    /** The path that a mail leads to. */
    static String link(Mailbox.Received mail) {
        var url =
                mail.text().lines().filter(line -> line.startsWith("https://")).findFirst();
        return URI.create(url.orElseThrow()).getPath();
    }

    /** Whoever holds a link opens it, with nothing else. */
    static Response opens(String path) {
        return RestAssured.given().get(path);
    }

    ValidatableResponse ledger() {
        return Person.at("privacy-officer")
                .asks()
                .get(API + "patients/" + maya + "/disclosures")
                .then()
                .statusCode(200);
    }
}
