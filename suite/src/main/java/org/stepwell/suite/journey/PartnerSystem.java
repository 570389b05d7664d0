package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.suite.ClientAssertion;
import org.stepwell.suite.Http;
import org.stepwell.suite.Trouble;

/** A hospital's own system sends Yara, with an account of its own, as docs/partners.md tells its engineer. */
final class PartnerSystem {

    private static final int TRIES_MAX = 60;
    private static final long PAUSE_MILLIS = 500;
    private static final int RSA_BITS = 2048;

    /** Longer than a minute, and the realm does not take it. */
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final Stage stage;
    private final Api api;
    private final Claims claims;

    PartnerSystem(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    void play() throws IOException, InterruptedException {
        stage.telling().chapter("A hospital's own system");
        var partner = stage.hospital("Mill Street");
        var key = freshKey();
        var account = api.must(api.post(
                        "ada",
                        ENROLLMENT,
                        "/partners/" + partner + "/accounts",
                        Map.of("publicKey", pem(key.getPublic()))))
                .body();
        var token = tokenThatNamesTheClinic(account, key);
        claims.expect(
                "what it signs to get in, it signs once: who overheard it gets nothing",
                "200 400",
                overheard(account, assertion(account, key)));
        claims.expect(
                "without an agreement a partner's system may nothing",
                "agreement-lets-nothing",
                api.postAs(token, ENROLLMENT, "/partner/referrals", yara("R-1")).rule());
        agree(partner);
        var sent = api.must(api.postAs(token, ENROLLMENT, "/partner/referrals", yara("R-1")));
        claims.expect(
                "with one it sends somebody, and the same once more is the same",
                sent.id(),
                api.must(api.postAs(token, ENROLLMENT, "/partner/referrals", yara("R-1")))
                        .id());
        claims.expect(
                "and learns no more than that they were received",
                "RECEIVED null",
                told(api.must(api.getAs(token, ENROLLMENT, "/partner/referrals/" + sent.id()))));
        new PartnerIsTold(stage, partner).play(token, sent.id());
        var places = api.must(api.getAs(token, ENROLLMENT, "/partner/places")).body();
        claims.expect(
                "it sees how many places are free on each track, and no names",
                places.size() + " false",
                places.findValues("free").size() + " " + places.toString().contains(Cast.CANARY));
        claims.expect(
                "and no door of the clinic's own is open to it",
                403,
                api.getAs(token, ENROLLMENT, "/patients").status());
    }

    private static String overheard(JsonNode account, String assertion) throws IOException, InterruptedException {
        return signIn(account, assertion).statusCode() + " "
                + signIn(account, assertion).statusCode();
    }

    private static String told(Api.Answer referral) {
        return referral.body().path("stage").asText() + " "
                + referral.body().path("terms").asText("null");
    }

    private void agree(String partner) {
        api.must(api.post(
                "paul",
                ENROLLMENT,
                "/partners/" + partner + "/agreements",
                Map.of(
                        "signedBy",
                        "Dr. Ruth Park, medical director",
                        "reference",
                        "Partners 2026-14",
                        "lets",
                        List.of("REFER", "READ_PLACES"),
                        "firstDay",
                        "2020-01-01",
                        "lastDay",
                        "2099-12-31")));
    }

    private static Map<String, Object> yara(String reference) {
        return Map.of(
                "reference",
                reference,
                "reason",
                "FIRST_TREATMENT",
                "whom",
                Map.of("name", "Yara " + Cast.CANARY, "phone", Cast.PHONE, "mayLeaveMessage", false));
    }

    /** The identity provider hears of a new account from enrollment, after a moment. */
    private String tokenThatNamesTheClinic(JsonNode account, KeyPair key) throws IOException, InterruptedException {
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            var token = token(account, key);
            if (!api.getAs(token, ENROLLMENT, "/partner/places").rule().equals("not-allowed")) {
                return token;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new Trouble("The partner's account is not in its tokens after half a minute.");
    }

    private static String token(JsonNode account, KeyPair key) throws IOException, InterruptedException {
        var answer = signIn(account, assertion(account, key));
        return Api.JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static String assertion(JsonNode account, KeyPair key) {
        var said = new ClientAssertion(
                account.path("clientId").asText(),
                account.path("audience").asText(),
                UUID.randomUUID().toString(),
                Instant.now(),
                LIFE);
        try {
            return said.signed(key.getPrivate(), account.path("algorithm").asText());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static HttpResponse<String> signIn(JsonNode account, String assertion)
            throws IOException, InterruptedException {
        var form = ClientAssertion.form(account.path("clientId").asText(), assertion);
        var request = HttpRequest.newBuilder(URI.create(account.path("tokenUrl").asText()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = Http.client()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static KeyPair freshKey() {
        try {
            var pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(RSA_BITS);
            return pairs.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded()));
    }
}
