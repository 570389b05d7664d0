package org.stepwell.suite.journey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A message of Protocol Buffers as far as it is made of other messages, texts and bytes; what else there is, is passed over. */
record Protobuf(Map<Integer, List<byte[]>> fields) {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    static Protobuf of(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var fields = new HashMap<Integer, List<byte[]>>();
        while (in.hasRemaining()) {
            long tag = varint(in);
            switch ((int) (tag & 7)) {
                case VARINT -> varint(in);
                case FIXED_64 -> in.position(in.position() + Long.BYTES);
                case FIXED_32 -> in.position(in.position() + Integer.BYTES);
                case LENGTH -> {
                    var content = new byte[(int) varint(in)];
                    in.get(content);
                    fields.computeIfAbsent((int) (tag >>> 3), _ -> new ArrayList<>())
                            .add(content);
                }
                default -> throw new IllegalArgumentException("no protobuf: tag " + tag);
            }
        }
        return new Protobuf(fields);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** All messages at this number. */
    Stream<Protobuf> messages(int number) {
        return bytes(number).map(Protobuf::of);
    }

    /** All bytes at this number. */
    Stream<byte[]> bytes(int number) {
        return fields.getOrDefault(number, List.of()).stream();
    }

    /** The text at this number, or none. */
    String text(int number) {
        return bytes(number)
                .findFirst()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The bytes at this number as digits, or none. */
    String hex(int number) {
        return bytes(number)
                .findFirst()
                .map(bytes -> HexFormat.of().formatHex(bytes))
                .orElse("");
    }
}
