package org.stepwell.suite.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No secret is committed: nothing that looks like one by its form, its name or its randomness. */
class SecretsInTheTreeTest {

    private static final Path TREE = Path.of("..");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", ".stepwell", ".idea", "node_modules");

    /** What a secret looks like, whatever it is called. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*[A-Za-z0-9+/]"),
            Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}\\b"),
            Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}"),
            Pattern.compile("[a-z]+://[^/\\s:@\"'{}$<>]+:[^/\\s:@\"'{}$<>]+@"));

    /** What is called a secret, with a value that is no placeholder. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:password|passwd|secret|api[_-]?key|access[_-]?token|seal[._-]key)[\"']?\\s*[:=]\\s*[\"']?"
                    + "([A-Za-z0-9+/=_.!@#%^&*-]{8,})(?:[\"'\\s,;]|$)");

    /** What everybody tries first; some of it stands in a manual as a default. */
    private static final Pattern GUESSED = Pattern.compile("(?i)(?:password|passwd|secret)[\"']?\\s*[:=]\\s*[\"']?"
            + "(?:admin|change-?me|changeit|keycloak|letmein|postgres|qwerty|root|stepwell|welcome)(?:[\"'\\s,;]|$)");

    /** Whatever is called is the name of a method, however long. */
    private static final Pattern WORD =
            Pattern.compile("(?<![A-Za-z0-9+/_=.-])[A-Za-z0-9+/_-]{32,}={0,2}(?![A-Za-z0-9+/_(-])");

    private static final double RANDOM_BITS_MIN = 4.3;

    /** Found, looked at, and no secret: the file, what is in it, and why. */
    private record Allowed(String file, String text, String why) {}

    private static final List<Allowed> ALLOWED = List.of(
            new Allowed("SecretsInTheTreeTest.java", "", "what this test looks for"),
            new Allowed("ProductionRefusalTest.java", "", "keys to be refused, and the numbers from 0 to 31"),
            new Allowed("WebhookSignatureTest.java", "", "the example of the specification it tests"),
            new Allowed("TextsReceived.java", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "the same, for tests and trials"),
            new Allowed("SpansTest.java", "", "two spans as an exporter writes them"),
            new Allowed("Dockerfile", "@sha256:", "the digest of the base image"),
            new Allowed("base/once/kustomization.yaml", "digest: sha256:", "the digests of others' images"),
            new Allowed("Trivy.java", "DIGEST = ", "the digest of a program that is fetched, and of the one before"),
            new Allowed("openapi.yaml", "3vD4nXyQ0mT5rWc1", "a made-up secret of a link"),
            new Allowed("examples.properties", "3vD4nXyQ0mT5rWc1", "the same"),
            new Allowed("openapi.yaml", "3f5a0c1b9d7e4286", "a made-up digest of a document, once an example"),
            new Allowed("examples.properties", "3f5a0c1b9d7e4286", "the same"),
            new Allowed("openapi.yaml", "9c1f0b7d52e84a33", "a made-up digest of a note, once an example"),
            new Allowed("examples.properties", "9c1f0b7d52e84a33", "the same"),
            new Allowed("RealmFile.java", "DEMO_PASSWORD", "the demo users', which no realm but the demo's has"));

    @Test
    void nothingInTheTreeLooksLikeASecret() throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(TREE)) {
            for (var file : (Iterable<Path>) files.filter(SecretsInTheTreeTest::isOurs)::iterator) {
                for (var secret : secretsIn(text(file))) {
                    if (!isAllowed(file.toString(), secret)) {
                        found.add(TREE.relativize(file) + ": " + secret);
                    }
                }
            }
        }

        assertThat(found)
                .as("take it out and change it, for it is known now; or say in this test why it is none")
                .isEmpty();
    }

    /** What was taken out is still known to whoever clones the repository. */
    @Test
    void nothingThatEverStoodInTheTreeLooksLikeASecret() throws IOException, InterruptedException {
        assumeTrue(Files.exists(TREE.resolve(".git")), "a checkout without its history");
        var git = new ProcessBuilder("git", "log", "--all", "--no-color", "--no-renames", "-p", "-U0", "--format=")
                .directory(TREE.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var found = new TreeSet<String>();
        try (var lines = git.inputReader(StandardCharsets.ISO_8859_1)) {
            var file = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("+++ ")) {
                    file = line.substring("+++ b/".length());
                } else if (line.startsWith("+")) {
                    for (var secret : secretsIn(line.substring(1))) {
                        if (!isAllowed(file, secret)) {
                            found.add(file + ": " + secret);
                        }
                    }
                }
            }
        }

        assertThat(git.waitFor()).isZero();
        assertThat(found)
                .as("change what it opens, for it is known now; or say in this test why it is none")
                .isEmpty();
    }

    private static boolean isAllowed(String file, String secret) {
        return ALLOWED.stream().anyMatch(allowed -> file.endsWith(allowed.file()) && secret.contains(allowed.text()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            password=Sommer2024!                                            | true
            "secret": "kR8s-wq2L-0pzX"                                      | true
            SEALING_KEY: mB2p0Zt9vXc7LwQ4sYh1Jg6RnKd3Fu8aEo5iTxVbMyA= | true
            -----BEGIN RSA PRIVATE KEY----- MIIE                            | true
            jdbc://ada:lovelace@db/therapy                                  | true
            "k": "4f9c1a7be02d58836ae1907fd4c2b5e61d0783fa9b6c4e25"         | true
            "password": "changeit",                                         | true
            KC_BOOTSTRAP_ADMIN_PASSWORD=admin                               | true
            password = passwordOf(stepwell)                                 | false
            password: ${stepwell.database.password}                         | false
            secret-number=7                                                 | false
            019a0000-0000-7000-8000-000000000001                            | false
            thisIsOnlyAVeryLongNameOfATestThatSaysWhatItIsAbout             | false
            """)
    void aSecretIsKnownByItsFormItsNameOrItsRandomness(String text, boolean isSecret) {
        assertThat(secretsIn(text)).hasSize(isSecret ? 1 : 0);
    }

    private static List<String> secretsIn(String text) {
        var found = new ArrayList<String>();
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var named = NAMED.matcher(line);
            if (FORMS.stream().anyMatch(form -> form.matcher(line).find())
                    || GUESSED.matcher(line).find()
                    || (named.find() && !isPlaceholder(named.group(1)))
                    || WORD.matcher(line).results().anyMatch(word -> isRandom(word.group()))) {
                found.add(line.strip());
            }
        }
        return found;
    }

    /** A name of a setting, a call, or a word of a sentence: nobody's password has neither digit nor sign. */
    private static boolean isPlaceholder(String value) {
        return value.chars().noneMatch(Character::isDigit) || value.matches("[a-z]+(?:\\.[a-z0-9]+)+");
    }

    private static boolean isRandom(String word) {
        var isHex = word.matches("[0-9a-f]{40,}");
        var bits = bitsEach(word);
        boolean mixed = word.chars().anyMatch(Character::isDigit)
                && word.chars().anyMatch(Character::isUpperCase)
                && word.chars().anyMatch(Character::isLowerCase);
        return isHex ? bits > RANDOM_BITS_MIN - 1 : mixed && bits > RANDOM_BITS_MIN;
    }

    /** Shannon's entropy of the letters. */
    private static double bitsEach(String word) {
        Map<Integer, Integer> counts = new HashMap<>();
        word.chars().forEach(letter -> counts.merge(letter, 1, Integer::sum));
        return counts.values().stream()
                .mapToDouble(count -> (double) count / word.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    private static boolean isOurs(Path file) {
        for (var part : TREE.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return Files.isRegularFile(file);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return ""; // a picture or a jar
        }
    }
}
