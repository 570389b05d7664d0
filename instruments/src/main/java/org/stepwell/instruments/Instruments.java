package org.stepwell.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All the instruments of this installation, by code. */
public final class Instruments {

    /** Each line names a pack on the class path; several jars may have this file. */
    private static final String LIST = "META-INF/stepwell/instruments";

    /** The same for packs that are read only where they are asked for. */
    private static final String OPTIONAL = "META-INF/stepwell/optional-instruments";

    private final Map<String, Instrument> byCode;

    private Instruments(Map<String, Instrument> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /** Reads what everybody may use: for an installation that earns money, which any clinic does. */
    public static Instruments load() {
        return load(Use.COMMERCIAL, Set.of());
    }

    /**
     * Reads the packs for the declared use.
     *
     * @param optional codes of further packs that are wanted, such as DAST-10
     * @throws BrokenPack where a pack is broken, is not there, or its licence does not fit the use
     */
    public static Instruments load(Use use, Set<String> optional) {
        return load(Instruments.class.getClassLoader(), use, optional);
    }

    static Instruments load(ClassLoader packs, Use use, Set<String> optional) {
        var byCode = new TreeMap<String, Instrument>();
        for (String resource : listed(packs, LIST)) {
            add(byCode, resource, Pack.read(resource, bytesOf(resource, packs)), use);
        }
        if (byCode.isEmpty()) {
            throw new BrokenPack(LIST, "no pack is listed; put the file on the class path, one pack a line");
        }
        var offered = new TreeSet<String>();
        for (String resource : listed(packs, OPTIONAL)) {
            Instrument instrument = Pack.read(resource, bytesOf(resource, packs));
            offered.add(instrument.code());
            if (optional.contains(instrument.code())) {
                add(byCode, resource, instrument, use);
            }
        }
        optional.stream().filter(code -> !offered.contains(code)).findFirst().ifPresent(code -> {
            throw new BrokenPack(
                    OPTIONAL, "there is no optional pack %s; there are %s".formatted(code, String.join(", ", offered)));
        });
        return new Instruments(byCode);
    }

    private static void add(Map<String, Instrument> byCode, String resource, Instrument instrument, Use use) {
        if (use == Use.COMMERCIAL && !instrument.licence().commercialUse()) {
            throw new BrokenPack(
                    resource,
                    "%s may not be used commercially (licence: %s); do without it, or declare the use NON_COMMERCIAL"
                            .formatted(instrument.code(), instrument.licence().name()));
        }
        if (byCode.putIfAbsent(instrument.code(), instrument) != null) {
            throw new BrokenPack(
                    resource, "a second pack has the code %s; keep one of them".formatted(instrument.code()));
        }
    }

    /** The instrument of that code, for example PHQ-9. */
    public Optional<Instrument> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All instruments, sorted by code. */
    public Collection<Instrument> all() {
        return byCode.values();
    }

    private static List<String> listed(ClassLoader packs, String lists) {
        try {
            var resources = new ArrayList<String>();
            for (var list : Collections.list(packs.getResources(lists))) {
                // No cache: a cached jar connection would keep the jar open for the life of the process.
                var connection = list.openConnection();
                connection.setUseCaches(false);
                try (var in = connection.getInputStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(resources::add);
                }
            }
            return resources;
        } catch (IOException unreadable) {
            throw new BrokenPack(lists, "the list can not be read", unreadable);
        }
    }

    private static byte[] bytesOf(String resource, ClassLoader packs) {
        try (InputStream in = packs.getResourceAsStream(resource)) {
            if (in == null) {
                throw new BrokenPack(resource, "it is listed but not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new BrokenPack(resource, "it can not be read", unreadable);
        }
    }

    /** What the installation declared it uses instruments for; some licences allow one and not the other. */
    public enum Use {
        COMMERCIAL,
        NON_COMMERCIAL
    }
}
