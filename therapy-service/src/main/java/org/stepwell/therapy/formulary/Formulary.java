package org.stepwell.therapy.formulary;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All products, by code; a file says them. */
@Singleton
public class Formulary {

    private static final String FILE = "/formulary/formulary.json";

    private final List<Ingredient> ingredients;
    private final Map<String, Product> byCode = new LinkedHashMap<>();

    /** Reads the file; what is wrong in it stops the start. */
    public Formulary() {
        var said = read();
        ingredients = said.ingredients();
        said.products().forEach(product -> {
            if (byCode.put(product.code(), product) != null) {
                throw new IllegalStateException("%s has two products %s".formatted(FILE, product.code()));
            }
        });
    }

    /** What some products contain, with its RxNorm code. */
    @Schema(name = "MedicationIngredient")
    record Ingredient(
            Substance substance, @Schema(examples = "1819") String rxNorm) {}

    private record Said(List<Ingredient> ingredients, List<Product> products) {}

    private static Said read() {
        try (var file = Objects.requireNonNull(Formulary.class.getResourceAsStream(FILE), FILE)) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, Said.class);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " could not be read", e);
        }
    }

    /** The product of this code, if there is one. */
    public Optional<Product> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The product of an order that was written; no product is ever taken out of the file. */
    public Product of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("there is no product %s".formatted(code)));
    }

    /** For how many days an injection lasts at most. */
    public int longestIntervalDays() {
        return byCode.values().stream()
                .map(Product::window)
                .filter(Objects::nonNull)
                .mapToInt(Product.Window::dueAfterDays)
                .max()
                .orElse(0);
    }

    /** For how many days anything may be found at most after it is over. */
    public int longestStayDays() {
        return byCode.values().stream().mapToInt(Product::staysDays).max().orElse(0);
    }

    Collection<Product> products() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    List<Ingredient> ingredients() {
        return ingredients;
    }
}
