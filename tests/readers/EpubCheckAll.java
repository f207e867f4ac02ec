// Checks many EPUBs in one start of the virtual machine, which takes longer than most checks.
// java -cp epubcheck.jar EpubCheckAll.java FOLDER BOOK...: the report of the first book is FOLDER/0.json, of the second FOLDER/1.json.
import com.adobe.epubcheck.tool.EpubChecker;
import java.nio.file.Path;

public final class EpubCheckAll {
  public static void main(String[] arguments) {
    for (int i = 1; i < arguments.length; i++) {
      String report = Path.of(arguments[0], (i - 1) + ".json").toString();
      new EpubChecker().run(new String[] {arguments[i], "--json", report, "--usage", "--locale", "en"});
    }
  }
}
