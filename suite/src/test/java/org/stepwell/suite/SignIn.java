package org.stepwell.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody in front of a browser: signs in at the realm's own pages as the portal would let them, RFC 7636. */
final class SignIn {

    private static final String PORTAL = "http://127.0.0.1:3000/signed-in";
    private static final String VERIFIER = "a-verifier-that-the-portal-draws-anew-each-time";
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final long STEP_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;
    private static final int ASKED_MAX = 5;

    private final String realm;
    // Java's own cookie manager keeps secure cookies from 127.0.0.1, which browsers hold for secure.
    private final Map<String, String> cookies = new TreeMap<>();
    private final HttpClient browser = Http.client();

    SignIn(int port) {
        this.realm = "http://127.0.0.1:%d/realms/stepwell/protocol/openid-connect/".formatted(port);
    }

    /** With a name and a password. */
    String token(String name, String password) throws Exception {
        var page = ask("1");
        return tokenFor(post(page, Map.of("username", name, "password", password)));
    }

    /** With a name and a password, where the realm then wants a second factor to be set up. */
    String tokenWithFirstAuthenticator(String name, String password) throws Exception {
        var page = post(ask("1"), Map.of("username", name, "password", password));
        return tokenFor(setUp(page.body()));
    }

    /** The same person, when the application asks for more: they set up their first authenticator and type its code. */
    String tokenWithSecondFactor() throws Exception {
        return tokenFor(setUp(ask("2")));
    }

    /** At an address that somebody was given, for the first time: they set up all that the realm asks for, and are sent on with a code. */
    String codeOfTheFirstTime(String address, String name, String password, String ofTheirOwn) throws Exception {
        var page = followed(HttpRequest.newBuilder(URI.create(address))).body();
        var answer = post(page, Map.of("username", name, "password", password));
        for (int asked = 0; answer.statusCode() == 200 && asked < ASKED_MAX; asked++) {
            answer = SECRET.matcher(answer.body()).find()
                    ? setUp(answer.body())
                    : post(answer.body(), Map.of("password-new", ofTheirOwn, "password-confirm", ofTheirOwn));
        }
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(302);
        return found(CODE, location(answer));
    }

    private HttpResponse<String> setUp(String page) throws Exception {
        var secret = found(SECRET, page);
        return post(page, Map.of("totpSecret", secret, "totp", code(secret), "userLabel", "phone"));
    }

    private String ask(String level) throws Exception {
        var question = form(Map.of(
                "client_id", "stepwell-web",
                "redirect_uri", PORTAL,
                "response_type", "code",
                "scope", "openid",
                "acr_values", level,
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        var answer = followed(HttpRequest.newBuilder(URI.create(realm + "auth?" + question)));
        assertThat(answer.statusCode())
                .as("%s %s", answer.headers().firstValue("Location"), answer.body())
                .isEqualTo(200);
        return answer.body();
    }

    /** Fills the page's form in and sends it. */
    private HttpResponse<String> post(String page, Map<String, String> fields) throws Exception {
        var action = found(ACTION, page).replace("&amp;", "&");
        return followed(HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** Goes on to the next page of the realm, but not to the portal. */
    private HttpResponse<String> followed(HttpRequest.Builder request) throws Exception {
        var answer = send(request);
        while (answer.statusCode() == 302 && !location(answer).startsWith(PORTAL)) {
            answer = send(HttpRequest.newBuilder(URI.create(location(answer))));
        }
        return answer;
    }

    private String tokenFor(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(302);
        var given = send(HttpRequest.newBuilder(URI.create(realm + "token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "stepwell-web",
                        "redirect_uri",
                        PORTAL,
                        "code",
                        found(CODE, location(answer)),
                        "code_verifier",
                        VERIFIER)))));
        assertThat(given.statusCode()).as("%s", given.body()).isEqualTo(200);
        return new ObjectMapper().readTree(given.body()).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var set : answer.headers().allValues("Set-Cookie")) {
            int equals = set.indexOf('=');
            cookies.put(set.substring(0, equals), set.substring(equals + 1, set.indexOf(';')));
        }
        return answer;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge() throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** What an authenticator shows now, RFC 6238. */
    private static String code(String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / STEP_SECONDS)
                .array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % SIX_DIGITS);
    }
}
