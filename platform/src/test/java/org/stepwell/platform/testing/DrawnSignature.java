package org.stepwell.platform.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** What a finger leaves on a phone, as forms take it: a PNG in Base64. */
public final class DrawnSignature {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 16;

    private DrawnSignature() {}

    /** One stroke from corner to corner. */
    public static String stroke() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            image.setRGB(y * WIDTH / HEIGHT, y, 0xFFFFFF);
        }
        return png(image);
    }

    /** Nothing at all. */
    public static String blank() {
        return png(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY));
    }

    private static String png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
