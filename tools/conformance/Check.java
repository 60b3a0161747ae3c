import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDF files against one or more flavours of veraPDF, such as 3a and ua1.
 *
 * Arguments: flavours separated by commas, then the files. Prints one line per file and flavour:
 * result, flavour, number of checks, file, and the broken rules. Anything but PASS is a failure.
 */
public final class Check {
    private Check() {}

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        boolean sound = true;
        for (int place = 1; place < arguments.length; place++) {
            for (String flavour : arguments[0].split(",")) {
                sound &= check(arguments[place], flavour);
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private static boolean check(String file, String name) {
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            System.out.println(String.join("\t", verdict, name,
                    Integer.toString(result.getTotalAssertions()), file, broken(result)));
            return result.isCompliant();
        } catch (Exception error) {
            System.out.println(String.join("\t", "ERROR", name, "0", file, error.toString()));
            return false;
        }
    }

    private static String broken(ValidationResult result) {
        Map<String, String> rules = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                rules.put(assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber(), assertion.getMessage());
            }
        }
        StringBuilder text = new StringBuilder();
        rules.forEach((rule, message) -> text.append(rule).append(": ").append(message).append("; "));
        return text.toString().replaceAll("\\s+", " ").trim();
    }
}
