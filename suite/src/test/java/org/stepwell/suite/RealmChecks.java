package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** What the realm of a running clinic must do, seen from outside. */
final class RealmChecks {

    private static final Duration SHORT = Duration.ofSeconds(30);

    private final Ports ports;
    private final Path home;

    RealmChecks(Ports ports, Path home) {
        this.ports = ports;
        this.home = home;
    }

    void whoSignsInIsAskedForASecondFactorWhereOneIsNeeded() throws Exception {
        var carl = new SignIn(ports.of(Door.KEYCLOAK));

        var withAPassword = opensARecordInAnEmergency(carl.token("carl", RealmFile.DEMO_PASSWORD));
        var withACode = opensARecordInAnEmergency(carl.tokenWithSecondFactor());

        assertThat(withAPassword.statusCode()).isEqualTo(401);
        assertThat(withAPassword.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("insufficient_user_authentication", "acr_values=\"2\""));
        assertThat(withACode.statusCode()).as(withACode.body()).isEqualTo(404);
    }

    /** As enrollment says it when somebody without one joins the staff. */
    void whoIsToSetUpASecondFactorDoesSoBeforeTheyComeIn() throws Exception {
        var client = new ClientSignIn(ports.of(Door.KEYCLOAK), accountsKey());
        var atHome = new SignIn(ports.of(Door.KEYCLOAK));
        var sam = subject(atHome.token("sam", RealmFile.DEMO_PASSWORD));
        assertThat(client.admin("GET", sam + "/credentials", MissingNode.getInstance()))
                .extracting(credential -> credential.path("type").asText())
                .containsExactly("password");
        var known = (ObjectNode) client.admin("GET", sam, MissingNode.getInstance());
        known.withArray("/requiredActions").add("CONFIGURE_TOTP");
        client.admin("PUT", sam, known);
        client.admin("POST", sam + "/logout", known.objectNode());

        var token = atHome.tokenWithFirstAuthenticator("sam", RealmFile.DEMO_PASSWORD);

        assertThat(subject(token)).isEqualTo(sam);
        assertThat(client.admin("GET", sam + "/credentials", MissingNode.getInstance()))
                .extracting(credential -> credential.path("type").asText())
                .containsExactlyInAnyOrder("password", "otp");
    }

    /** By what docs/operations.md tells to type. */
    void whoKeepsItRunningIsMadeAndComesInByTheCommandsOfThePage() throws Exception {
        if (!KeycloakCommands.mayBeTyped()) {
            return; // TourToolsTest says that it was skipped
        }
        var typed = new KeycloakCommands(ports, home);

        var password = typed.makesOneOfThose();
        var said = typed.comesInAndFounds(address -> new SignIn(ports.of(Door.KEYCLOAK))
                .codeOfTheFirstTime(address, KeycloakCommands.PERSON, password, "one of their own choice"));

        assertThat(said).anySatisfy(answer -> assertThat(answer).contains("clinic-exists"));
        var parked = "http://127.0.0.1:%d/api/enrollment/v1/parked".formatted(ports.of(Door.ENROLLMENT));
        var request = HttpRequest.newBuilder(URI.create(parked)).header("Authorization", "Bearer " + said.getLast());
        try (var http = Http.client()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static String subject(String token) throws IOException {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new ObjectMapper().readTree(claims).path("sub").asText();
    }

    private String accountsKey() throws IOException {
        return new Secrets(home.resolve("secrets.properties")).privateKey(Keycloak.ACCOUNTS);
    }

    void theClientThatWritesAccountsSignsInByItsKeyAndOnceByEachWord() throws Exception {
        var client = new ClientSignIn(ports.of(Door.KEYCLOAK), accountsKey());
        var now = Instant.now();
        var sound = client.assertion("once", client.realm(), now, SHORT);

        assertThat(client.with(sound)).isEqualTo(200);
        assertThat(client.with(sound)).as("said again").isBetween(400, 401);
        var old = client.assertion("old", client.realm(), now.minusSeconds(120), Duration.ofMinutes(10));
        assertThat(client.with(old))
                .as("two minutes old, whatever it says of its own life")
                .isBetween(400, 401);
        assertThat(client.with(client.assertion("elsewhere", client.realm() + "-of-others", now, SHORT)))
                .as("said to somebody else")
                .isBetween(400, 401);
        assertThat(client.withSecret("stepwell")).as("a secret").isBetween(400, 401);
    }

    /** Of a patient whom nobody has. */
    private HttpResponse<String> opensARecordInAnEmergency(String token) throws IOException, InterruptedException {
        var door = "http://127.0.0.1:%d/api/enrollment/v1/patients/019a0000-0000-7000-8000-00000000dead/break-glass"
                .formatted(ports.of(Door.ENROLLMENT));
        var request = HttpRequest.newBuilder(URI.create(door))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"nature\": \"Found unresponsive on the stairs\"}"))
                .build();
        try (var http = Http.client()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
