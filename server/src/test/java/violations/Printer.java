package violations;

public class Printer {

    void print() {
        System.out.println("hello");
    }
}
